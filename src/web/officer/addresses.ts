/** Where the receipt of a payment is shown. */
export const receiptAddress = (book: string, number: number): string =>
	`/petugas/kuitansi/${book}/KW-${String(number)}`;
