import type {Knex} from 'knex';
import type {BookCode} from '../../kernel/ids.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {FundBook, ReportStore} from '../ports.ts';

/** Which book tells of which fund, and up to when it does. */
export const createFundBooks = (trx: Knex): Pick<ReportStore, 'fundBooks'> => ({
	async fundBooks(kelurahan, asOf) {
		const {rows} = await trx.raw<{rows: FundBookRow[]}>(
			`select allocation.id, allocation.kelurahan_code, book.code as book,
				nullif(tip.recorded_at, 'epoch') as last_recorded_at
			from allocations allocation
			join books book on book.id = allocation.book_id
			left join book_tips tip on tip.book_id = book.id
			where allocation.agreed_on <= :asOf
				and allocation.kelurahan_code = any (cast(:kelurahan as text[]))
			order by allocation.kelurahan_code, allocation.id`,
			{asOf, kelurahan: [...kelurahan]},
		);
		return rows.map(toFundBook);
	},
});

type FundBookRow = {
	id: string;
	kelurahan_code: string;
	book: string;
	last_recorded_at: Date | null;
};

const toFundBook = (row: FundBookRow): FundBook => ({
	id: row.id,
	kelurahan: row.kelurahan_code as KelurahanCode,
	book: row.book as BookCode,
	...(row.last_recorded_at === null ? {} : {lastRecordedAt: row.last_recorded_at}),
});
