import encodeQR from 'qr';
import {type Markup, markup, pageAnswer, trustedMarkup} from '../../http/markup.ts';
import type {Answer} from '../../http/route.ts';
import {showCheckCode} from '../../kernel/check-code.ts';
import {type Rupiah, isPositive, subtract, toDisplay} from '../../kernel/money.ts';
import {dateInWords, momentInWords} from '../../kernel/wording.ts';
import {type Receipt, type ReceiptItem, amountInIndonesian, isPaidOut} from '../index.ts';

/** The papers that receipts are printed on: rolls of small printers, and a sheet. */
export const papers = ['58mm', '80mm', 'a5'] as const;
export type Paper = (typeof papers)[number];

const sizes: Record<Paper, {readonly page: string; readonly width: string; readonly font: string}> =
	{
		'58mm': {page: '58mm 210mm', width: '48mm', font: '8pt'},
		'80mm': {page: '80mm 210mm', width: '72mm', font: '9pt'},
		a5: {page: 'A5 portrait', width: '128mm', font: '11pt'},
	};

const styleOf = (paper: Paper): string => {
	const {page, width, font} = sizes[paper];
	return `
@page { size: ${page}; margin: ${paper === 'a5' ? '10mm' : '4mm'}; }
body { font: ${font}/1.35 system-ui, sans-serif; width: ${width}; margin: 0 auto; color: #000;
	background: #fff; }
h1 { font-size: 1.2em; margin: 0; text-align: center; }
header p, .check { margin: 0; text-align: center; overflow-wrap: anywhere; }
hr { border: 0; border-top: 1px dashed #000; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 .8em; margin: .3em 0; }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
.amount { font-size: 1.3em; font-weight: 700; text-align: center; margin: .3em 0 0; }
.words { font-style: italic; text-align: center; margin: 0; }
.void { border: 2px solid #000; font-weight: 700; padding: .3em; text-align: center; }
svg { display: block; margin: .4em auto; width: 34mm; height: 34mm; }
`;
};

// As the entries call it, in the words of the counter.
const purposes: Readonly<Record<string, string>> = {
	repayment: 'Angsuran',
	'settlement-discount': 'Potongan pelunasan',
	'profit-share': 'Bagi hasil',
	tazir: "Ta'zir (denda)",
	tawidh: "Ta'widh (ganti rugi)",
	recovery: 'Pemulihan hapus buku',
	'group-deposit': 'Simpanan tanggung renteng',
	'claim-repayment': 'Pelunasan tagihan tanggung renteng',
	'down-payment': 'Uang muka',
	'cancellation-paid': 'Biaya pembatalan',
	'saving-deposit': 'Setoran simpanan',
	'saving-withdrawal': 'Penarikan simpanan',
	'surplus-payout': 'Pembagian sisa hasil usaha (SHU)',
};

const nameOf = (document: string): string => {
	if (document.startsWith('SH')) return 'Slip SHU';
	return document.startsWith('KW') ? 'Kuitansi' : 'Slip simpanan';
};

/** The address as a QR code with the quiet border that the standard asks for (ISO/IEC 18004). */
export const drawQr = (address: string): Markup =>
	trustedMarkup(encodeQR(address, 'svg', {ecc: 'medium', border: 4}));

/** A receipt to be printed and given to the member. */
export function presentReceiptPage(receipt: Receipt, paper: Paper): Answer {
	const {document, cooperative, paidOn, amount, book} = receipt;
	const items = receipt.items.filter(({isPostedAgain}) => !isPostedAgain);
	const [first] = items;
	const kind = nameOf(document);
	return pageAnswer({
		language: 'id',
		title: `${kind} ${document}`,
		style: styleOf(paper),
		body: markup`<header>
<h1>${cooperative.name}</h1>
<p>${cooperative.legalNumber}</p>
<p><strong>${kind} ${document}</strong></p>
</header>
<hr>
${stampOf(receipt)}
<dl>
${pair('Tanggal', paidOn && dateInWords(paidOn, 'id'))}
${pair('Anggota', first?.member && `${first.member.number} ${first.member.name}`)}
</dl>
<p class="amount">${toDisplay(amount)}</p>
<p class="words">${amountInIndonesian(amount)}</p>
${items.map(presentItem)}
<hr>
<dl>
${pair(isPaidOut(document) ? 'Dibayar oleh' : 'Diterima oleh', first?.receivedBy)}
${pair('Dicatat', first && momentInWords(first.recordedAt, book.timeZone, 'id'))}
</dl>
${drawQr(receipt.checkUrl)}
<p class="check">Kode periksa<br><strong>${showCheckCode(receipt.code)}</strong></p>
<p class="check">Pindai atau buka ${receipt.checkUrl}
untuk memeriksa bahwa kuitansi ini tercatat.</p>`,
	});
}

/** What is printed after it was taken back says so. */
function stampOf({state, reversedOn}: Receipt): Markup {
	if (state === 'not-recorded') return markup`<p class="void">TIDAK TERCATAT</p>`;
	if (state === 'recorded' || reversedOn === undefined) return markup``;
	const words = state === 'reversed' ? 'DIBATALKAN' : 'SEBAGIAN DIBATALKAN';
	return markup`<p class="void">${words} per ${dateInWords(reversedOn, 'id')}</p>`;
}

const pair = (name: string, value: string | undefined): Markup =>
	value === undefined ? markup`` : markup`<dt>${name}</dt><dd>${value}</dd>\n`;

const amountOf = (name: string, amount: Rupiah): Markup =>
	isPositive(amount) ? pair(name, toDisplay(amount)) : markup``;

function presentItem({number, kind, loanNumber, amount, split}: ReceiptItem): Markup {
	const purpose = purposes[kind] ?? kind;
	const about = loanNumber === undefined ? purpose : `${purpose} pembiayaan nomor ${loanNumber}`;
	const kept = split && subtract(subtract(amount, split.principal), split.margin);
	return markup`<hr>
<dl>
${pair('Untuk', about)}
${amountOf('Jumlah', amount)}
${split ? amountOf('Pokok', split.principal) : undefined}
${split ? amountOf('Margin', split.margin) : undefined}
${kept ? amountOf('Titipan', kept) : undefined}
${pair('Jurnal', String(number))}
</dl>
`;
}
