import type {operations} from '../api/schema.d.ts';

/** What a group owes on a day, member by member. */
export type Sheet =
	operations['get-v1-groups-id-collection-sheet']['responses'][200]['content']['application/json'];
