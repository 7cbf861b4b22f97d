import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import {rate, rateText} from '../../kernel/rate.ts';
import type {RegionCode} from '../../kernel/region-code.ts';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {refuse} from '../errors.ts';
import type {Fee, LateFine, Product, Purchase} from '../product.ts';
import type {ProductStore} from '../ports.ts';

/** Products and holidays in PostgreSQL. */
export const createProductStore = (trx: Knex): ProductStore => ({
	async findProduct(book, code, at) {
		const row: ProductRow | undefined = await trx('loan_products')
			.where({book_id: book.id, code})
			.modify((query) => {
				if ('on' in at) void query.where('effective_from', '<=', at.on);
				else void query.where('version', at.version);
			})
			.orderBy('version', 'desc')
			.first();
		return row && toProduct(row);
	},
	async listProducts(book) {
		const rows: ProductRow[] = await trx('loan_products')
			.where({book_id: book.id})
			.orderBy(['code', 'version']);
		return rows.map(toProduct);
	},
	async lastProductVersion(book, code) {
		const row: ProductRow | undefined = await trx('loan_products')
			.where({book_id: book.id, code})
			.orderBy('version', 'desc')
			.first();
		return row && toProduct(row);
	},
	async insertProduct(book, product, at) {
		await trx('loan_products').insert({
			book_id: book.id,
			...toProductRow(product),
			created_at: at,
		});
	},
	async holidays(region, from, to) {
		const days: string[] = await trx('holidays')
			.whereBetween('day', [from, to])
			.whereRaw(`(region_code is null or ? = region_code or ? like region_code || '.%')`, [
				region,
				region,
			])
			.pluck('day');
		return new Set(days as LocalDate[]);
	},
	async listHolidays(from, to) {
		const rows: HolidayRow[] = await trx('holidays')
			.whereBetween('day', [from, to])
			.orderBy(['day', 'region_code']);
		return rows.map((row) => ({
			day: row.day as LocalDate,
			...(row.region_code === null ? {} : {regionCode: row.region_code as RegionCode}),
			name: row.name,
			legalBasis: row.legal_basis,
		}));
	},
	async insertHoliday({day, regionCode, name, legalBasis}) {
		await trx('holidays').insert({
			day,
			region_code: regionCode ?? null,
			name,
			legal_basis: legalBasis,
		});
	},
});

/** What the laws of products and loans that PostgreSQL holds are called when they are broken. */
export const lendingConstraints: ConstraintRefusals = {
	holidays_key: () => refuse('lending/holiday-known', {}, 'day'),
	loans_borrower_alive: () => refuse('lending/borrower-died', {}, 'member'),
};

type HolidayRow = {day: string; region_code: string | null; name: string; legal_basis: string};

type ProductRow = {
	code: string;
	version: number;
	effective_from: string;
	name: string;
	akad: Product['akad'];
	method: Product['method'];
	principal_min: string;
	principal_max: string;
	instalments_min: number;
	instalments_max: number;
	period_unit: Product['periodUnit'];
	period_every: number;
	yearly_rate: string | null;
	day_count: Product['dayCount'];
	rounding: Product['rounding'];
	instalment_multiple: string | null;
	principal_grace_instalments: number;
	margin_deferred_instalments: number;
	cut_off_day: number | null;
	working_day_shift: Product['workingDayShift'];
	rest_days: number[];
	waterfall: Product['waterfall'];
	fees: FeeRow[];
	late_fine: {amount: string; to: LateFine['to']} | null;
	purchase: Purchase | null;
	down_payment_min_rate: string | null;
	down_payment_min: string | null;
	tranches_max: number;
	legal_basis: string;
	created_by: string;
};

type FeeRow = {name: string; kind: Fee['kind']; amount?: string; rate?: string};

const toFee = ({name, kind, amount, rate: of}: FeeRow): Fee => ({
	name,
	kind,
	...(amount === undefined ? {} : {amount: rupiah(amount)}),
	...(of === undefined ? {} : {rate: rate(of)}),
});

const toFeeRow = ({name, kind, amount, rate: of}: Fee): FeeRow => ({
	name,
	kind,
	...(amount === undefined ? {} : {amount: toText(amount)}),
	...(of === undefined ? {} : {rate: rateText(of)}),
});

const toProduct = (row: ProductRow): Product => ({
	code: row.code,
	version: row.version,
	effectiveFrom: row.effective_from as LocalDate,
	name: row.name,
	akad: row.akad,
	method: row.method,
	principalMin: rupiah(row.principal_min),
	principalMax: rupiah(row.principal_max),
	instalmentsMin: row.instalments_min,
	instalmentsMax: row.instalments_max,
	periodUnit: row.period_unit,
	periodEvery: row.period_every,
	...(row.yearly_rate === null ? {} : {yearlyRate: rate(row.yearly_rate)}),
	dayCount: row.day_count,
	rounding: row.rounding,
	...(row.instalment_multiple === null
		? {}
		: {instalmentMultiple: rupiah(row.instalment_multiple)}),
	principalGraceInstalments: row.principal_grace_instalments,
	marginDeferredInstalments: row.margin_deferred_instalments,
	...(row.cut_off_day === null ? {} : {cutOffDay: row.cut_off_day}),
	workingDayShift: row.working_day_shift,
	restDays: row.rest_days,
	waterfall: row.waterfall,
	fees: row.fees.map(toFee),
	...(row.late_fine === null
		? {}
		: {lateFine: {amount: rupiah(row.late_fine.amount), to: row.late_fine.to}}),
	tranchesMax: row.tranches_max,
	...(row.purchase === null ? {} : {purchase: row.purchase}),
	...(row.down_payment_min_rate === null
		? {}
		: {downPaymentMinRate: rate(row.down_payment_min_rate)}),
	...(row.down_payment_min === null ? {} : {downPaymentMin: rupiah(row.down_payment_min)}),
	legalBasis: row.legal_basis,
	createdBy: row.created_by,
});

const toProductRow = (product: Product) => ({
	code: product.code,
	version: product.version,
	effective_from: product.effectiveFrom,
	name: product.name,
	akad: product.akad,
	method: product.method,
	principal_min: toText(product.principalMin),
	principal_max: toText(product.principalMax),
	instalments_min: product.instalmentsMin,
	instalments_max: product.instalmentsMax,
	period_unit: product.periodUnit,
	period_every: product.periodEvery,
	yearly_rate: product.yearlyRate === undefined ? null : rateText(product.yearlyRate),
	day_count: product.dayCount,
	rounding: product.rounding,
	instalment_multiple:
		product.instalmentMultiple === undefined ? null : toText(product.instalmentMultiple),
	principal_grace_instalments: product.principalGraceInstalments,
	margin_deferred_instalments: product.marginDeferredInstalments,
	cut_off_day: product.cutOffDay ?? null,
	working_day_shift: product.workingDayShift,
	rest_days: [...product.restDays],
	waterfall: JSON.stringify(product.waterfall),
	fees: JSON.stringify(product.fees.map(toFeeRow)),
	late_fine:
		product.lateFine === undefined
			? null
			: JSON.stringify({amount: toText(product.lateFine.amount), to: product.lateFine.to}),
	tranches_max: product.tranchesMax,
	purchase: product.purchase ?? null,
	down_payment_min_rate:
		product.downPaymentMinRate === undefined ? null : rateText(product.downPaymentMinRate),
	down_payment_min: product.downPaymentMin === undefined ? null : toText(product.downPaymentMin),
	legal_basis: product.legalBasis,
	created_by: product.createdBy,
});
