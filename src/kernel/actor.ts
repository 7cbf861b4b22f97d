/** Who acts: the name that goes into the journal. Never personal data beyond the user's name. */
export type Actor = {readonly userId: string; readonly name: string};
