// The door of receipts: all that other rooms may see of it.
export {amountInIndonesian} from './amount-in-words.ts';
export {type ReceiptCode, receiptTexts} from './errors.ts';
export type {ReceiptStore, ReceiptWork} from './ports.ts';
export {
	type CheckedReceipt,
	type ReceiptEntry,
	type ReceiptItem,
	type ReceiptState,
	type ReceiptSummary,
	isPaidOut,
} from './receipt.ts';
export {type ReceiptCheck, checkReceipt} from './queries/check-receipt.ts';
export {type Receipt, readReceipt} from './queries/read-receipt.ts';
