import {type LocalDate, addDays, addMonths, later} from '../../src/kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	portion,
	rupiah,
	subtract,
	sum,
	times,
	zero,
} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';
import {type Akad, planSchedule} from '../../src/lending/index.ts';
import {type Person, inventPerson, purposes} from './people.ts';
import {type Random, createRandom} from './random.ts';

/** How a cooperative and its members behave: the cases that the reports have to tell apart. */
export const characters = ['diligent', 'late', 'defaulting', 'withholding', 'idle'] as const;
export type Character = (typeof characters)[number];

export type DemoScale = {
	readonly cooperatives: number;
	readonly members: number;
	readonly months: number;
	readonly seed: number;
	/** The day on which the demo ends. */
	readonly until: LocalDate;
	/** Every cooperative is one of these in turn; without them, as in life. */
	readonly characters?: readonly Character[];
};

export type PlannedPayment = {
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly method: 'cash' | 'bank';
	/** Taken back five days later, as a receipt written for the wrong loan is. */
	readonly isMistake: boolean;
	/** All that is left; the member is asked for less where it comes early. */
	readonly isLast: boolean;
};

export type PlannedLoan = {
	readonly member: number;
	readonly akad: Akad;
	readonly purpose: string;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly instalments: number;
	readonly appliedOn: LocalDate;
	readonly fate: 'disbursed' | 'rejected' | 'waiting' | 'taken-back';
	readonly payments: readonly PlannedPayment[];
};

export type PlannedTranche = {
	readonly month: number;
	readonly amount: Rupiah;
	readonly isMistake: boolean;
};

export type CooperativePlan = {
	readonly index: number;
	readonly kelurahan: string;
	readonly character: Character;
	readonly start: LocalDate;
	readonly random: Random;
	readonly allocated: Rupiah;
	readonly tenorMonths?: number;
	readonly graceMonths?: number;
	readonly tranches: readonly PlannedTranche[];
	readonly members: readonly Person[];
	readonly loans: readonly PlannedLoan[];
	/** Months, counted from the start, at whose end all that was collected goes to the city. */
	readonly remittanceMonths: ReadonlySet<number>;
	/** The month whose remittance is taken back and made again. */
	readonly mistakenRemittanceMonth?: number;
};

const million = rupiah('1000000');
const thousand = rupiah('1000');

/** Everything that will happen to one cooperative, drawn from its own seed. */
export function planCooperative(
	kelurahan: string,
	index: number,
	start: LocalDate,
	scale: DemoScale,
): CooperativePlan {
	const random = createRandom(scale.seed * 1_000_003 + index);
	const character = characterOf(random, index, scale.characters);
	const members = Array.from({length: scale.members}, (_, number) =>
		inventPerson(
			random,
			kelurahan,
			index * scale.members + number,
			addDays(start, random.whole(0, 2)),
		),
	);
	const tranches = planTranches(random, character, scale.months);
	const isPilot = index % 9 === 1;
	return {
		index,
		kelurahan,
		character,
		start,
		random,
		allocated: times(million, random.pick([250, 400, 500, 750, 1000])),
		// The pilots agreed on one year, so that some principal is already due to the city.
		...(isPilot ? {tenorMonths: 12, graceMonths: 0} : {}),
		tranches,
		members,
		loans: planLoans(random, character, tranches, start, scale),
		remittanceMonths: planRemittances(character, scale.months),
		...(index % 11 === 0 ? {mistakenRemittanceMonth: 6} : {}),
	};
}

// The first of a run shows every character; the rest are as in life, most of them diligent.
function characterOf(random: Random, index: number, only?: readonly Character[]): Character {
	if (only !== undefined) return only[index % only.length]!;
	return index < characters.length ? characters[index]! : drawCharacter(random);
}

const drawCharacter = (random: Random): Character => {
	const draw = random.whole(1, 100);
	if (draw <= 55) return 'diligent';
	if (draw <= 75) return 'late';
	if (draw <= 85) return 'defaulting';
	return draw <= 94 ? 'withholding' : 'idle';
};

function planTranches(random: Random, character: Character, months: number): PlannedTranche[] {
	const first = times(million, random.whole(20, 35));
	const later = [6, 12].filter((month) => month < months && character !== 'idle');
	return [
		{month: 0, amount: first, isMistake: false},
		...later.map((month) => ({
			month,
			amount: times(million, random.whole(10, 18)),
			isMistake: random.chance(3),
		})),
	];
}

function planRemittances(character: Character, months: number): ReadonlySet<number> {
	const every: Record<Character, (month: number) => boolean> = {
		diligent: (month) => month >= 2,
		late: (month) => month >= 3 && month % 3 === 0,
		defaulting: (month) => month >= 3 && month % 2 === 1,
		// Collected for a year and never seen again.
		withholding: (month) => month >= 2 && month <= 4,
		idle: (month) => month >= 4 && month % 4 === 0,
	};
	return new Set(Array.from({length: months}, (_, month) => month).filter(every[character]));
}

function planLoans(
	random: Random,
	character: Character,
	tranches: readonly PlannedTranche[],
	start: LocalDate,
	{members, months, until}: DemoScale,
): PlannedLoan[] {
	const loans: PlannedLoan[] = [];
	let lent = zero;
	for (let month = 0; month < months; month += 1) {
		const received = sum(
			tranches
				.filter((tranche) => tranche.month <= month && !tranche.isMistake)
				.map(({amount}) => amount),
		);
		const count = character === 'idle' ? (month === 1 ? 1 : 0) : random.whole(0, month < 3 ? 2 : 1);
		for (let number = 0; number < count; number += 1) {
			const principal = times(rupiah('500000'), random.whole(4, 20));
			if (compare(add(lent, principal), received) > 0) continue;
			const day = addDays(addMonths(start, month), random.whole(3, 14));
			const loan = planLoan(random, character, principal, day, random.whole(0, members - 1), until);
			if (loan.fate === 'disbursed') lent = add(lent, principal);
			loans.push(loan);
		}
	}
	return loans;
}

function planLoan(
	random: Random,
	character: Character,
	principal: Rupiah,
	appliedOn: LocalDate,
	member: number,
	until: LocalDate,
): PlannedLoan {
	const akad = random.chance(35) ? 'qardh' : 'murabahah';
	const margin =
		akad === 'qardh'
			? zero
			: portion(principal, percent(String(random.whole(8, 16))), 'half-up', thousand);
	const instalments = random.pick([6, 10, 10, 12]);
	const draw = random.whole(1, 100);
	const fate = draw <= 3 ? 'rejected' : draw <= 5 ? 'taken-back' : 'disbursed';
	const terms = {akad, principal, margin, instalments} as const;
	const disbursedOn = addDays(appliedOn, 2);
	const payments =
		fate === 'disbursed' ? planPayments(random, character, terms, disbursedOn, until) : [];
	return {...terms, member, purpose: random.pick(purposes), appliedOn, fate, payments};
}

type Terms = Pick<PlannedLoan, 'akad' | 'principal' | 'margin' | 'instalments'>;

/** What a member pays and when, by the character of the cooperative and their own. */
function planPayments(
	random: Random,
	character: Character,
	terms: Terms,
	disbursedOn: LocalDate,
	until: LocalDate,
): PlannedPayment[] {
	const schedule = planSchedule({...terms, periodUnit: 'month', periodEvery: 1}, disbursedOn);
	const habit = drawHabit(random, character);
	const stopsAfter = habit === 'stops' ? random.whole(1, 4) : terms.instalments;
	const settlesAt = random.chance(8) ? random.whole(3, 5) : terms.instalments + 1;
	const payments: PlannedPayment[] = [];
	let left = schedule.instalments.reduce(
		(total, row) => add(total, add(row.principal, row.margin)),
		zero,
	);
	if (habit === 'never') return [];
	for (const row of schedule.instalments) {
		if (row.number > stopsAfter) break;
		const delay = habit === 'late' ? random.whole(10, 55) : random.whole(-2, 3);
		// However late, a member pays the instalments one after the other.
		const paidOn = later(addDays(row.dueOn, delay), payments.at(-1)?.paidOn ?? disbursedOn);
		const due = add(row.principal, row.margin);
		const amount = row.number === settlesAt ? left : due;
		if (paidOn > until || compare(left, zero) <= 0) break;
		const isMistake = random.chance(2) && addDays(paidOn, 5) <= until;
		const method = random.chance(25) ? 'bank' : 'cash';
		payments.push({paidOn, amount, method, isMistake, isLast: compare(amount, left) === 0});
		if (!isMistake) left = subtract(left, amount);
	}
	return payments;
}

function drawHabit(random: Random, character: Character): 'prompt' | 'late' | 'stops' | 'never' {
	const draw = random.whole(1, 100);
	switch (character) {
		case 'defaulting':
			if (draw <= 20) return 'never';
			return draw <= 65 ? 'stops' : 'late';
		case 'late':
			return draw <= 60 ? 'late' : draw <= 70 ? 'stops' : 'prompt';
		case 'diligent':
		case 'withholding':
		case 'idle':
			return draw <= 4 ? 'stops' : draw <= 14 ? 'late' : 'prompt';
	}
}
