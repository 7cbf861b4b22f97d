import type {operations} from './schema.d.ts';

type Json<T> = T extends {content: {'application/json': infer Body}} ? Body : never;

/** What an operation of the API answers when it is read, by its name in our document. */
export type Answered<Operation extends keyof operations> =
	operations[Operation]['responses'] extends {200: infer Answer} ? Json<Answer> : never;
