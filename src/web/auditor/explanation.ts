import type {operations} from '../api/schema.d.ts';

type Answers = operations['get-v1-books-book-accounts-code-explain']['responses'];

/** What stands behind a balance, as the service tells it. */
export type Explanation = Answers[200]['content']['application/json'];
