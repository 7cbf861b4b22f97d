import type {BookCode, LoanId} from '../../src/kernel/ids.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {recordRepayment} from '../../src/lending/index.ts';
import {
	type ProvisionOutcome,
	bookProvision,
	choosePolicy,
	setManualClass,
} from '../../src/provisioning/index.ts';
import {type World, day, fundManager, officer, supervisor} from '../helpers/world.ts';

/** The cooperative books by a policy from 2025 on, or from another day. */
export const choose = async (
	world: World,
	book: BookCode,
	policy: string,
	effectiveFrom = '2025-01-01',
) =>
	world.as(fundManager, async (work) =>
		choosePolicy(work, {
			book,
			policy,
			effectiveFrom: day(effectiveFrom),
			reason: 'Rapat pengurus',
		}),
	);

/** Books the provision of a month, given as `2025-06`. */
export const provide = async (
	world: World,
	book: BookCode,
	month: string,
): Promise<ProvisionOutcome> =>
	world.as(supervisor, async (work) => bookProvision(work, {book, month: day(`${month}-01`)}));

export const pay = async (world: World, loan: LoanId, paidOn: string, amount: string) =>
	world.as(officer, async (work) =>
		recordRepayment(work, {loan, paidOn: day(paidOn), amount: rupiah(amount), method: 'cash'}),
	);

/** Sets a class by hand under the policy of cooperatives; ends it without one. */
export const setClass = async (
	world: World,
	loan: LoanId,
	code: string | undefined,
	effectiveFrom: string,
	policy = 'koperasi',
) =>
	world.as(supervisor, async (work) =>
		setManualClass(work, {
			loan,
			policy,
			...(code === undefined ? {} : {class: code}),
			effectiveFrom: day(effectiveFrom),
			reason: 'Usaha tutup',
		}),
	);
