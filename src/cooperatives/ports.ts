import type {NewId} from '../kernel/ids.ts';
import type {BookCode, CooperativeId, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {KelurahanCode, RegionCode} from '../kernel/region-code.ts';
import type {Book, LedgerWork} from '../ledger/index.ts';
import type {RegionWork} from '../regions/index.ts';
import type {Cooperative} from './cooperative.ts';
import type {Member} from './member.ts';

export type CooperativeStore = {
	readonly findCooperative: (id: CooperativeId) => Promise<Cooperative | undefined>;
	readonly findCooperativeByCode: (code: BookCode) => Promise<Cooperative | undefined>;
	readonly listCooperatives: (query: CooperativeQuery) => Promise<Cooperative[]>;
	readonly insertCooperative: (book: Book, cooperative: Cooperative) => Promise<void>;

	readonly findMember: (id: MemberId) => Promise<(Member & {book: BookCode}) | undefined>;
	readonly listMembers: (query: MemberQuery) => Promise<(Member & {book: BookCode})[]>;
	readonly nextMemberNumber: (book: Book) => Promise<number>;
	readonly insertMember: (book: Book, member: Member) => Promise<void>;
};

export type CooperativeQuery = {
	readonly region?: RegionCode;
	readonly after: string;
	readonly limit: number;
};

export type MemberQuery = {
	readonly book?: BookCode;
	readonly after?: {readonly book: string; readonly number: number};
	readonly limit: number;
};

export type CooperativeWork = LedgerWork &
	RegionWork & {
		readonly cooperatives: CooperativeStore;
		readonly newId: NewId;
		readonly today: () => LocalDate;
		readonly timeZone: string;
	};

export type NewCooperative = {
	readonly code: BookCode;
	readonly name: string;
	readonly form: Cooperative['form'];
	readonly legalNumber: string;
	readonly kelurahanCode: KelurahanCode;
	readonly openedOn: LocalDate;
};

export type NewMember = {
	readonly cooperative: BookCode;
	readonly nik: string;
	readonly name: string;
	readonly kelurahanCode: KelurahanCode;
	readonly address: string;
	readonly phone?: string;
	readonly joinedOn: LocalDate;
};
