import {z} from 'zod';
import {month, text} from '../../http/fields.ts';
import type {Route} from '../../http/route.ts';
import {addDays, addMonths} from '../../kernel/local-date.ts';
import {sum, toText} from '../../kernel/money.ts';
import type {Policy} from '../../provisioning/index.ts';
import {
	type AgeingRow,
	type LoanPosition,
	type PortfolioTotals,
	type ReportWork,
	buckets,
	buildAgeing,
	classCode,
	marginOf,
	readReportPolicy,
} from '../index.ts';
import type {FieldRow} from './field-table.ts';
import {balanceLinks} from './loan-links.ts';
import {loanQuery, loanReport, memberCells, personQuery, rowLimit} from './loan-report.ts';
import type {PolicyMeta} from './meta.ts';

export const policyMeta = (policy: Policy): PolicyMeta => ({
	kind: 'provision-policy',
	code: policy.code,
	version: policy.version,
	legalBasis: policy.legalBasis,
	status: policy.status,
	effectiveFrom: policy.effectiveFrom,
});

const owedText = 'Debits less credits of 1.2.01, 1.2.03, 1.2.05, 1.2.07, 1.2.11, 1.2.12 by loan.';
const principalText =
	'The same less deferred margin (1.2.02, 1.2.08) and, for ijarah, the asset less depreciation.';

export const loanFields = [
	['book', 'text', 'Koperasi', 'Cooperative'],
	['number', 'count', 'Nomor', 'Number'],
	['memberNumber', 'count', 'No. anggota', 'Member number'],
	['member', 'text', 'Anggota', 'Member', 'Masked for who may not see members.'],
	['phone', 'text', 'Telepon', 'Phone', 'Its last three digits; null for who may not see members.'],
	['akad', 'text', 'Akad', 'Akad'],
] as const;

export const loanIdentity = ['loan', 'text', 'Pengenal', 'Loan', 'Its identity.'] as const;

const positionFields = [
	...loanFields,
	loanIdentity,
	['kelurahan', 'text', 'Kelurahan', 'Kelurahan'],
	['agreement', 'text', 'Perjanjian dana', 'Agreement of the fund'],
	['officer', 'text', 'Petugas', 'Officer'],
	['disbursedOn', 'date', 'Dicairkan', 'Disbursed on'],
	['disbursed', 'amount', 'Pencairan', 'Disbursed', 'Principal, net of what was taken back.'],
	['principal', 'amount', 'Sisa pokok', 'Principal outstanding', principalText],
	['margin', 'amount', 'Sisa margin', 'Margin outstanding', 'owed - principal.'],
	['owed', 'amount', 'Sisa tagihan', 'Owed', owedText],
	[
		'arrears',
		'amount',
		'Tunggakan',
		'Arrears',
		'owed less what would be owed had every instalment due before the day been paid.',
	],
	['daysPastDue', 'count', 'Hari tunggakan', 'Days past due', 'Since the oldest unpaid due date.'],
	['lateSince', 'date', 'Menunggak sejak', 'Late since'],
	[
		'isRestructured',
		'flag',
		'Dijadwalkan kembali',
		'Restructured',
		'On a schedule that was agreed anew, or come of a conversion.',
	],
	['class', 'text', 'Kolektibilitas', 'Collectibility', 'By the policy in meta.'],
	[
		'provision',
		'amount',
		'Penyisihan',
		'Provision required',
		"The class's percentage of principal, less collateral where the class deducts it.",
	],
] as const;

const portfolioTotals = [
	['loans', 'count', 'Pembiayaan', 'Loans'],
	['disbursed', 'amount', 'Pencairan', 'Disbursed'],
	['principal', 'amount', 'Sisa pokok', 'Principal outstanding'],
	['margin', 'amount', 'Sisa margin', 'Margin outstanding'],
	['owed', 'amount', 'Sisa tagihan', 'Owed'],
	['arrears', 'amount', 'Tunggakan', 'Arrears'],
	['restructured', 'amount', 'Pokok dijadwalkan kembali', 'Principal that was restructured'],
	['provision', 'amount', 'Penyisihan', 'Provision required'],
] as const;

const loanPortfolio = loanReport({
	name: 'loan-portfolio',
	summary: 'Every loan that owes something (daftar nominatif), equal to the control accounts.',
	description:
		'Read from the ledger, loan by loan: the totals of a book without a filter are its control ' +
		'accounts. Written-off loans are off the balance sheet and in `write-offs`.',
	query: z.strictObject({
		...loanQuery,
		...personQuery,
		disbursedIn: month()
			.optional()
			.meta({description: 'Loans that were disbursed in this month alone, YYYY-MM.'}),
		policy: text({max: 40})
			.optional()
			.meta({
				description:
					'By which loans are classified; without it the one that the cooperatives book by, or ' +
					'koperasi where they book by none or by several.',
			}),
		...rowLimit,
	}),
	fields: positionFields,
	totals: portfolioTotals,
	links: (row, link) => balanceLinks(row, link),
	async read(work, {query, scope, offset, limit, seesMembers}) {
		const policy = await readReportPolicy(work, scope, query.policy);
		const range = {offset, limit: limit + 1};
		const {rows, totals} = await work.reports.loanPositions(scope, range, policy.code);
		return {
			isRange: true,
			policies: [policyMeta(policy)],
			rows: rows.map((row) => presentPosition(row, policy, seesMembers)),
			totals: presentPortfolio(totals),
		};
	},
	async open(work, {query, scope, seesMembers}) {
		const policy = await readReportPolicy(work, scope, query.policy);
		const {rows, totals} = await work.reports.allLoanPositions(scope, policy.code);
		return {
			policies: [policyMeta(policy)],
			async *rows() {
				for await (const batch of rows()) {
					yield batch.map((row) => presentPosition(row, policy, seesMembers));
				}
			},
			totals: () => presentPortfolio(totals),
		};
	},
});

const presentPosition = (
	row: LoanPosition,
	policy: Policy,
	seesMembers: (book: string) => boolean,
): FieldRow<typeof positionFields> => ({
	book: row.book,
	number: row.number,
	...memberCells(row, seesMembers),
	akad: row.akad,
	loan: row.loan,
	kelurahan: row.kelurahan,
	agreement: row.agreement,
	officer: row.officer ?? null,
	disbursedOn: row.disbursedOn,
	disbursed: toText(row.disbursed),
	principal: toText(row.principal),
	margin: toText(marginOf(row)),
	owed: toText(row.owed),
	arrears: toText(row.overdue),
	daysPastDue: row.daysPastDue,
	lateSince: row.lateSince ?? null,
	isRestructured: row.isRestructured,
	class: classCode(policy, row) ?? null,
	provision: toText(sum(row.classes.map(({provision}) => provision))),
});

const presentPortfolio = (totals: PortfolioTotals): FieldRow<typeof portfolioTotals> => ({
	loans: totals.loans,
	disbursed: toText(totals.disbursed),
	principal: toText(totals.principal),
	margin: toText(marginOf(totals)),
	owed: toText(totals.owed),
	arrears: toText(totals.overdue),
	restructured: toText(totals.restructured),
	provision: toText(sum(totals.provisions.map(({provision}) => provision))),
});

const bucketFields = [
	['loans0', 'count', 'Lancar: pembiayaan', 'Not late: loans'],
	['balance0', 'amount', 'Lancar: sisa pokok', 'Not late: balance'],
	['loans1_30', 'count', '1-30 hari: pembiayaan', '1-30 days: loans'],
	['balance1_30', 'amount', '1-30 hari: sisa pokok', '1-30 days: balance', 'Whole principal.'],
	['late1_30', 'amount', '1-30 hari: tunggakan', '1-30 days: arrears', 'What is late of them.'],
	['loans31_60', 'count', '31-60 hari: pembiayaan', '31-60 days: loans'],
	['balance31_60', 'amount', '31-60 hari: sisa pokok', '31-60 days: balance'],
	['late31_60', 'amount', '31-60 hari: tunggakan', '31-60 days: arrears'],
	['loans61_90', 'count', '61-90 hari: pembiayaan', '61-90 days: loans'],
	['balance61_90', 'amount', '61-90 hari: sisa pokok', '61-90 days: balance'],
	['late61_90', 'amount', '61-90 hari: tunggakan', '61-90 days: arrears'],
	['loans91_180', 'count', '91-180 hari: pembiayaan', '91-180 days: loans'],
	['balance91_180', 'amount', '91-180 hari: sisa pokok', '91-180 days: balance'],
	['late91_180', 'amount', '91-180 hari: tunggakan', '91-180 days: arrears'],
	['loans181', 'count', '181+ hari: pembiayaan', '181+ days: loans'],
	['balance181', 'amount', '181+ hari: sisa pokok', '181+ days: balance'],
	['late181', 'amount', '181+ hari: tunggakan', '181+ days: arrears'],
	['loans', 'count', 'Pembiayaan', 'Loans'],
	['balance', 'amount', 'Sisa pokok', 'Balance', principalText],
	['late', 'amount', 'Tunggakan', 'Arrears', 'Principal and margin that fell due, unpaid.'],
	['par1', 'ratio', 'PAR1', 'PAR1', 'Balance of loans 1 day late or more / balance.'],
	['par30', 'ratio', 'PAR30', 'PAR30', 'Balance of loans more than 30 days late / balance.'],
	['par60', 'ratio', 'PAR60', 'PAR60', 'Balance of loans more than 60 days late / balance.'],
	['par90', 'ratio', 'PAR90', 'PAR90', 'Balance of loans more than 90 days late / balance.'],
	['restructured', 'amount', 'Dijadwalkan kembali', 'Restructured', 'Balance of such loans.'],
	[
		'par30Restructured',
		'ratio',
		'PAR30 dan dijadwalkan kembali',
		'PAR30 with restructured',
		'Balance of loans more than 30 days late or restructured, each once / balance (CGAP).',
	],
	[
		'writtenOff',
		'amount',
		'Hapus buku 12 bulan',
		'Written off in 12 months',
		'Left the balance, and PAR with it: read the two together. Source: 9.1.01.',
	],
] as const;

const ageingFields = [
	['kelurahan', 'text', 'Kode', 'Code of the kelurahan'],
	['kelurahanName', 'text', 'Kelurahan', 'Kelurahan'],
	['book', 'text', 'Koperasi', 'Cooperative', 'Null per kelurahan.'],
	['agreement', 'text', 'Perjanjian dana', 'Agreement of the fund', 'Null per kelurahan.'],
	['fund', 'text', 'Dana', 'Fund', 'Null per kelurahan.'],
	...bucketFields,
] as const;

function presentAgeing(row: AgeingRow): FieldRow<typeof bucketFields> {
	const cells = row.cells.flatMap(({loans, balance, late}, place) => {
		const {code} = buckets[place]!;
		return [
			[`loans${code}`, loans],
			[`balance${code}`, toText(balance)],
			...(place === 0 ? [] : [[`late${code}`, toText(late)]]),
		];
	});
	const [par1 = null, par30 = null, par60 = null, par90 = null] = row.par;
	return {
		...(Object.fromEntries(cells) as FieldRow<typeof bucketFields>),
		loans: row.loans,
		balance: toText(row.balance),
		late: toText(row.late),
		par1,
		par30,
		par60,
		par90,
		restructured: toText(row.restructured),
		par30Restructured: row.par30Restructured ?? null,
		writtenOff: toText(row.writtenOff),
	};
}

const ageing = loanReport({
	name: 'ageing',
	summary: 'Balance of loans by how many days they are late (umur tunggakan), with PAR.',
	description:
		'The balance is the whole principal of a late loan, not only what is late of it; that stands ' +
		'beside it. Ratios are of balances, never of how many loans there are (CGAP). Days past due ' +
		'are since the oldest instalment that is not paid in full.',
	query: z.strictObject({
		...loanQuery,
		...personQuery,
		by: z.enum(['fund', 'kelurahan']).optional().meta({description: 'A row for each; fund.'}),
		...rowLimit,
	}),
	fields: ageingFields,
	totals: bucketFields,
	links({kelurahan, fund}, {report}, {asOf}) {
		const part = fund === null ? {kelurahan: kelurahan!} : {fund};
		return {
			balance: report('loan-portfolio', part),
			late: report('loan-portfolio', part),
			writtenOff: report('write-offs', {...part, from: addDays(addMonths(asOf, -12), 1)}),
		};
	},
	async read(work, {query: {by = 'fund'}, scope}) {
		const {rows, total} = buildAgeing(
			await work.reports.bucketSums(scope),
			await work.reports.fundNames(scope),
			await work.reports.writtenOffInYear(scope),
			by,
		);
		return {
			rows: rows.map((row) => ({
				kelurahan: row.kelurahan,
				kelurahanName: row.kelurahanName,
				book: row.book ?? null,
				agreement: row.agreement ?? null,
				fund: row.fund ?? null,
				...presentAgeing(row),
			})),
			totals: presentAgeing(total),
		};
	},
});

export const portfolioRoutes: readonly Route<ReportWork>[] = [loanPortfolio, ageing];
