import type {Answered} from '../api/answered.ts';

/** What a group owes on a day, member by member. */
export type Sheet = Answered<'get-v1-groups-id-collection-sheet'>;
