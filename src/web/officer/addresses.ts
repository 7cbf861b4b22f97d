/** Where the receipt of a payment is shown, within a section. */
export const receiptAddress = (book: string, number: number, base = '/petugas'): string =>
	`${base}/kuitansi/${book}/KW-${String(number)}`;
