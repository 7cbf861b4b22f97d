/** Rows that are read from first to last as often as wanted, in batches: nobody holds them all. */
export type Rows<One> = () => AsyncIterable<readonly One[]>;
