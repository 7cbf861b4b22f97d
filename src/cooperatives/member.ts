import type {MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';

export type Sex = 'female' | 'male';

/** A member of one cooperative. The NIK tells sex and birth date and is personal data. */
export type Member = {
	readonly id: MemberId;
	/** The member's number within the cooperative, from 1. */
	readonly number: number;
	readonly nik: string;
	readonly name: string;
	readonly sex: Sex;
	readonly birthDate: LocalDate;
	readonly kelurahanCode: KelurahanCode;
	readonly address: string;
	readonly phone?: string;
	readonly joinedOn: LocalDate;
};
