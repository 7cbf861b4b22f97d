import {assert} from '../../kernel/assert.ts';
import type {SurplusDistributionId} from '../../kernel/ids.ts';
import {type Book, postEntries} from '../../ledger/index.ts';
import {
	type Split,
	type SurplusDistribution,
	type YearSurplus,
	decideDistribution,
	decidePerson,
	splitSurplus,
} from '../distribution.ts';
import {draftDistribution} from '../entries.ts';
import type {NewDistribution, SurplusWork} from '../ports.ts';
import {type SurplusRule, ruleOn} from '../rule.ts';
import {openSurplusBook} from './open-surplus-book.ts';

/** What a distribution would be. */
export type Preview = Split & {readonly rule: SurplusRule; readonly closing: YearSurplus};

/**
 * The figures of a distribution, and nothing is written.
 * @throws DomainError what {@link distributeSurplus} refuses, but that it takes another person.
 */
export async function previewDistribution(
	work: SurplusWork,
	wanted: Omit<NewDistribution, 'document'>,
): Promise<Preview> {
	return prepare(work, await openSurplusBook(work, wanted.book), wanted);
}

/**
 * Distributes the surplus of a closed year by the rule that is in force on the day of the Rapat
 * Anggota: out of 3.2.09, to reserves, funds and members, to the sen.
 * @throws DomainError `surplus/…`, and what posting refuses.
 */
export async function distributeSurplus(
	work: SurplusWork,
	wanted: NewDistribution,
): Promise<SurplusDistribution> {
	const book = await openSurplusBook(work, wanted.book);
	await work.ledger.lockTip(book);
	const {closing, rule, ...split} = await prepare(work, book, wanted);
	decidePerson(closing, work.actor.name);
	const {year, decidedOn, document} = wanted;
	const entries = await postEntries(work, draftDistribution(book.code, wanted, closing, split));
	const [first, last] = [entries[0]!, entries.at(-1)!];
	assert(last.number - first.number === entries.length - 1, 'A held book numbers without a gap.');
	const distribution: SurplusDistribution = {
		id: work.newId() as SurplusDistributionId,
		year,
		decidedOn,
		document,
		rule,
		surplus: split.surplus,
		parts: split.parts,
		closingEntry: closing.closingEntry,
		firstEntry: first.number,
		lastEntry: last.number,
		recordedBy: work.actor.name,
	};
	await work.surplus.record(book, distribution, split.shares);
	return distribution;
}

async function prepare(
	work: SurplusWork,
	book: Book,
	wanted: Omit<NewDistribution, 'document'>,
): Promise<Preview> {
	const {year, decidedOn} = wanted;
	const {closing, rule, surplus} = decideDistribution(wanted, {
		book: book.code,
		today: work.today(),
		closing: await work.surplus.findClosing(book, year),
		standing: await work.surplus.findStanding(book, year),
		rule: ruleOn(await work.surplus.rules(book), decidedOn),
		held: await work.surplus.held(book),
	});
	const bases = await work.surplus.bases(book, {year, products: rule.savingProducts});
	return {...splitSurplus(rule, surplus, bases), rule, closing};
}
