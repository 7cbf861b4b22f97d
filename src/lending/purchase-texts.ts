import type {RefusalTexts} from '../kernel/errors.ts';

/** What is refused of goods bought before they are sold, and of what is paid beforehand. */
export const purchaseTexts = {
	'lending/purchase-not-murabahah': {
		id: 'Hanya murabahah yang membeli barang dan meminta uang muka (Fatwa DSN-MUI 4/2000); kosongkan bagian ini pada {akad}.',
		en: 'Only a murabahah buys goods and asks for a down payment (DSN-MUI fatwa 4/2000); leave this out under {akad}.',
	},
	'lending/down-payment-two-minimums': {
		id: 'Uang muka paling sedikit adalah bagian dari harga beli atau jumlah tetap; isi salah satu saja.',
		en: 'The least down payment is a part of the cost or a fixed sum; give only one.',
	},
	'lending/down-payment-minimum': {
		id: 'Uang muka paling sedikit {min} harus di bawah pembiayaan terkecil {principal}.',
		en: 'The least down payment of {min} must be below the smallest loan of {principal}.',
	},
	'lending/no-wakalah': {
		id: 'Produk pembiayaan nomor {number} tidak membeli melalui wakil; cairkan langsung, atau pakai produk wakalah.',
		en: 'The product of loan {number} does not buy through an agent; disburse it, or use a wakalah product.',
	},
	'lending/purchase-open': {
		id: 'Pembiayaan nomor {number} masih mempunyai uang pada wakil {advance} dan barang {goods}; selesaikan atau batalkan pembelian itu dahulu.',
		en: 'Loan {number} still has {advance} with the agent and goods of {goods}; end or take back that purchase first.',
	},
	'lending/advance-above-principal': {
		id: 'Uang pembelian {amount} melebihi pembiayaan yang disetujui {principal}; beri paling banyak itu.',
		en: 'The purchase money of {amount} is more than the {principal} approved; give that at most.',
	},
	'lending/no-advance': {
		id: 'Pembiayaan nomor {number} tidak mempunyai uang pada wakil; catat uang pembeliannya dahulu.',
		en: 'Loan {number} has no money with an agent; record the purchase money first.',
	},
	'lending/purchase-above-advance': {
		id: 'Harga beli {cost} melebihi uang pada wakil {advance}; wakil membeli paling banyak sebesar itu.',
		en: 'The cost of {cost} is more than the {advance} with the agent, who buys for that at most.',
	},
	'lending/goods-not-bought': {
		id: 'Barang pembiayaan nomor {number} belum menjadi milik koperasi; akad murabahah dibuat sesudah barang dibeli (Fatwa DSN-MUI 4/2000).',
		en: "The goods of loan {number} are not the cooperative's; a murabahah is agreed once they are bought (DSN-MUI fatwa 4/2000).",
	},
	'lending/no-down-payment-asked': {
		id: 'Produk pembiayaan nomor {number} tidak meminta uang muka.',
		en: 'The product of loan {number} asks for no down payment.',
	},
	'lending/down-payment-too-high': {
		id: 'Uang muka {downPayment} harus di bawah harga beli {cost}; selebihnya tidak ada yang dibiayai.',
		en: 'The down payment of {downPayment} must be below the cost of {cost}; else nothing is left to finance.',
	},
	'lending/down-payment-too-low': {
		id: 'Uang muka {held} kurang dari yang diminta produk; paling sedikit {min}.',
		en: 'The down payment of {held} is below what the product asks for; {min} at least.',
	},
	'lending/no-down-payment-held': {
		id: 'Pembiayaan nomor {number} tidak mempunyai uang muka yang dapat dikembalikan.',
		en: 'Loan {number} has no down payment to return.',
	},
	'lending/proceeds-above-cost': {
		id: 'Hasil pengembalian barang {proceeds} melebihi harga beli {cost}; catat paling banyak itu.',
		en: 'The {proceeds} that came back for the goods is more than the cost of {cost}; record that at most.',
	},
	'lending/paper-twice': {
		id: 'Bukti {document} disebut dua kali; satu bukti untuk satu biaya.',
		en: 'The paper {document} is named twice; one paper proves one cost.',
	},
	'lending/paper-counted': {
		id: 'Satu bukti biaya sudah diperhitungkan pada pembatalan lain.',
		en: 'A paper of a cost was counted in another cancellation.',
	},
	'lending/pays-more-than-claimed': {
		id: 'Pembayaran {amount} melebihi sisa biaya pembatalan {claim}; terima paling banyak itu.',
		en: 'The payment of {amount} is more than the {claim} asked for the cancellation; take that at most.',
	},
	'lending/held-before-sale': {
		id: 'Pembiayaan nomor {number} masih mempunyai uang pada wakil {advance}, barang {goods}, dan uang muka {downPayment}; selesaikan dahulu.',
		en: 'Loan {number} still has {advance} with the agent, goods of {goods} and a down payment of {downPayment}; end these first.',
	},
	'lending/unknown-purchase-step': {
		id: 'Pembiayaan nomor {number} tidak mempunyai langkah sebelum penjualan dengan jurnal {entry}, atau langkah itu sudah dibalik.',
		en: 'Loan {number} has no step before its sale with entry {entry}, or it was taken back.',
	},
	'lending/purchase-step-not-last': {
		id: 'Sesudah jurnal {entry} ada langkah lain; balik jurnal {last} dahulu.',
		en: 'Another step stands on entry {entry}; take entry {last} back first.',
	},
} as const satisfies RefusalTexts;

export type PurchaseCode = keyof typeof purchaseTexts;
