import type {BookCode, CooperativeId} from '../kernel/ids.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';

/** BMT: under sharia contracts. LKM: a microfinance institution in general. */
export type CooperativeForm = 'bmt' | 'lkm';

/** A cooperative that manages the fund in a kelurahan. Its book carries the same code. */
export type Cooperative = {
	readonly id: CooperativeId;
	readonly code: BookCode;
	readonly name: string;
	readonly form: CooperativeForm;
	readonly legalNumber: string;
	readonly kelurahanCode: KelurahanCode;
};
