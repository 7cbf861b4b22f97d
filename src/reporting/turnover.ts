import {type Rupiah, subtract, sum, zero} from '../kernel/money.ts';
import type {Account} from '../ledger/index.ts';

/** What was debited and what was credited. */
export type Turnover = {readonly debit: Rupiah; readonly credit: Rupiah};

export const nothingMoved: Turnover = {debit: zero, credit: zero};

export const addTurnovers = (turnovers: readonly Turnover[]): Turnover => ({
	debit: sum(turnovers.map(({debit}) => debit)),
	credit: sum(turnovers.map(({credit}) => credit)),
});

export const subtractTurnover = (a: Turnover, b: Turnover): Turnover => ({
	debit: subtract(a.debit, b.debit),
	credit: subtract(a.credit, b.credit),
});

/** A turnover as a balance on an account's normal side. */
export const onNormalSide = (
	{normalSide}: Pick<Account, 'normalSide'>,
	{debit, credit}: Turnover,
): Rupiah => (normalSide === 'debit' ? subtract(debit, credit) : subtract(credit, debit));
