import type {Knex} from 'knex';
import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {Collateral, CollateralKind, RecordedAppraisal} from '../collateral.ts';
import type {CollateralStore} from '../late-payer-ports.ts';

/** What secures loans, in PostgreSQL. */
export const createCollateralStore = (trx: Knex): CollateralStore => ({
	...createCollateralReader(trx),
	async insertCollateral(book, collateral, at) {
		await trx('collateral').insert({
			book_id: book.id,
			loan_id: collateral.loan,
			number: collateral.number,
			kind: collateral.kind,
			description: collateral.description,
			owner: collateral.owner,
			document: collateral.document,
			place: collateral.place,
			taken_on: collateral.takenOn,
			taken_by: collateral.takenBy,
			recorded_at: at,
		});
		const rows = collateral.appraisals.map((appraisal) => toAppraisalRow(appraisal));
		await trx('collateral_appraisals').insert(
			rows.map((row) => ({
				book_id: book.id,
				loan_id: collateral.loan,
				collateral_number: collateral.number,
				...row,
				recorded_at: at,
			})),
		);
	},
	async insertAppraisal(book, collateral, appraisal, at) {
		await trx('collateral_appraisals').insert({
			book_id: book.id,
			loan_id: collateral.loan,
			collateral_number: collateral.number,
			...toAppraisalRow(appraisal),
			recorded_at: at,
		});
	},
	async insertRelease(book, collateral, release, at) {
		await trx('collateral_releases').insert({
			book_id: book.id,
			loan_id: collateral.loan,
			collateral_number: collateral.number,
			released_on: release.releasedOn,
			handed_to: release.handedTo,
			early_reason: release.earlyReason ?? null,
			released_by: release.releasedBy,
			recorded_at: at,
		});
	},
});

const createCollateralReader = (
	trx: Knex,
): Pick<CollateralStore, 'collateralOfLoan' | 'listCollateral' | 'isPledged' | 'collateralOf'> => ({
	async collateralOfLoan(book, loan) {
		const rows: CollateralRow[] = await collaterals(trx)
			.where({'held.book_id': book.id, 'held.loan_id': loan})
			.orderBy('held.number');
		return rows.map(toCollateral);
	},
	async listCollateral(book, {after, limit}) {
		const rows: CollateralRow[] = await collaterals(trx)
			.where('held.book_id', book.id)
			.modify((query) => {
				if (after === undefined) return;
				void query.whereRaw('(held.loan_id, held.number) > (?, ?)', [after.loan, after.number]);
			})
			.orderBy(['held.loan_id', 'held.number'])
			.limit(limit);
		return rows.map(toCollateral);
	},
	async isPledged(book, document) {
		const row: object | undefined = await collaterals(trx)
			.where({'held.book_id': book.id, 'held.document': document})
			.whereNull('release.released_on')
			.first();
		return row !== undefined;
	},
	async collateralOf(book, asOf) {
		const {rows} = await trx.raw<{rows: {loan_id: string; value: string}[]}>(
			'select loan_id, value from lending_collateral(?) where book_id = ? order by loan_id',
			[asOf, book.id],
		);
		return rows.map((row) => ({loan: row.loan_id as LoanId, value: rupiah(row.value)}));
	},
});

const collaterals = (trx: Knex) =>
	trx('collateral as held')
		.leftJoin('collateral_releases as release', (join) =>
			join
				.on('release.book_id', 'held.book_id')
				.on('release.loan_id', 'held.loan_id')
				.on('release.collateral_number', 'held.number'),
		)
		.select(
			'held.*',
			'released_on',
			'handed_to',
			'early_reason',
			'released_by',
			trx.raw(`(
				select json_agg(json_build_object('number', appraisal.number,
					'appraised_on', appraisal.appraised_on, 'value', appraisal.value::text,
					'appraiser', appraisal.appraiser, 'recorded_by', appraisal.recorded_by)
					order by appraisal.number)
				from collateral_appraisals appraisal
				where appraisal.book_id = held.book_id and appraisal.loan_id = held.loan_id
					and appraisal.collateral_number = held.number
			) as appraisals`),
		);

type AppraisalRow = {
	number: number;
	appraised_on: string;
	value: string;
	appraiser: string;
	recorded_by: string;
};

type CollateralRow = {
	loan_id: string;
	number: number;
	kind: CollateralKind;
	description: string;
	owner: string;
	document: string;
	place: string;
	taken_on: string;
	taken_by: string;
	released_on: string | null;
	handed_to: string | null;
	early_reason: string | null;
	released_by: string | null;
	appraisals: AppraisalRow[];
};

const toAppraisalRow = (appraisal: RecordedAppraisal): AppraisalRow => ({
	number: appraisal.number,
	appraised_on: appraisal.appraisedOn,
	value: toText(appraisal.value),
	appraiser: appraisal.appraiser,
	recorded_by: appraisal.recordedBy,
});

const toAppraisal = (row: AppraisalRow): RecordedAppraisal => ({
	number: row.number,
	appraisedOn: row.appraised_on as LocalDate,
	value: rupiah(row.value),
	appraiser: row.appraiser,
	recordedBy: row.recorded_by,
});

const toCollateral = (row: CollateralRow): Collateral => ({
	loan: row.loan_id as LoanId,
	number: row.number,
	kind: row.kind,
	description: row.description,
	owner: row.owner,
	document: row.document,
	place: row.place,
	takenOn: row.taken_on as LocalDate,
	takenBy: row.taken_by,
	appraisals: row.appraisals.map(toAppraisal),
	...(row.released_on === null
		? {}
		: {
				release: {
					releasedOn: row.released_on as LocalDate,
					handedTo: row.handed_to!,
					...(row.early_reason === null ? {} : {earlyReason: row.early_reason}),
					releasedBy: row.released_by!,
				},
			}),
});
