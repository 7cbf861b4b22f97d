import {z} from 'zod';
import {amountText, dateText} from '../../http/fields.ts';
import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {localDate} from '../../kernel/local-date.ts';
import {subtract, toText} from '../../kernel/money.ts';
import {percentTextOf, totalShare} from '../../surplus/index.ts';
import {
	type Axes,
	type SurplusReport,
	type SurplusReportWork,
	maskName,
	surplusStates,
} from '../index.ts';
import {type LineLinks, linksOf} from './line-links.ts';
import {type PolicyMeta, metaAnswer, withMeta} from './meta.ts';
import {linksAnswer} from './schemas.ts';

export const surplusAnswer = z.strictObject({
	meta: metaAnswer,
	year: z.number(),
	state: z.enum(surplusStates).meta({
		description:
			'Its year is not closed; it is closed and not distributed (belum dibagi); it is a loss, ' +
			'which is carried; it is distributed.',
	}),
	decision: z
		.strictObject({
			distribution: z.string(),
			decidedOn: dateText(),
			document: z.string(),
			firstEntry: z.number(),
			lastEntry: z.number(),
			recordedBy: z.string(),
		})
		.nullable()
		.meta({description: 'What distributed it, if anything did.'}),
	rows: z.strictObject({
		year: z
			.array(
				z.strictObject({
					row: z.enum(['earned', 'closed', 'distributed']),
					amount: amountText(),
					entry: z.number().nullable(),
					links: linksAnswer('Of account 3.2.09, or of no single account.'),
				}),
			)
			.meta({description: 'By the income statement; what was closed; what was distributed.'}),
		parts: z.array(
			z.strictObject({
				kind: z.string(),
				name: z.string(),
				percent: z.string(),
				account: z.string(),
				share: amountText().meta({description: 'Its percentage, rounded down to the rupiah.'}),
				base: amountText().nullable().meta({description: 'By which members share it.'}),
				amount: amountText().meta({
					description: 'What went to its account; all that is left over to the general reserve.',
				}),
				links: linksAnswer('Of its account by the distributions.'),
			}),
		),
		members: z.array(
			z.strictObject({
				memberNumber: z.number(),
				member: z.string().meta({description: 'Masked for who may not see members.'}),
				savingsBase: amountText(),
				businessBase: amountText(),
				savingsShare: amountText(),
				businessShare: amountText(),
				share: amountText(),
				paid: amountText(),
				left: amountText(),
				links: linksAnswer('Of account 2.4.02 of the member, of all years.'),
			}),
		),
	}),
	totals: z.strictObject({
		earned: amountText(),
		closed: amountText(),
		distributed: amountText(),
		savingsBase: amountText(),
		businessBase: amountText(),
		savingsShare: amountText(),
		businessShare: amountText(),
		share: amountText(),
		paid: amountText(),
		left: amountText(),
		leftOfOthers: amountText().meta({description: 'Of the shares of all other years.'}),
		control: amountText().meta({
			description: 'Account 2.4.02: what is left of this year and of all others.',
		}),
	}),
});

export type SurplusAnswer = z.output<typeof surplusAnswer>;

const {currentSurplus: surplusAccount, surplusShares: sharesAccount} = cooperativeAccounts;

/** What the law says was read as others quote it, and not in the official text. */
const law: PolicyMeta = {
	kind: 'surplus',
	code: 'uu-25-1992-45',
	legalBasis: 'UU 25/1992 Pasal 45',
	status: 'provisional',
	effectiveFrom: localDate('1992-10-21'),
};

function policiesOf({distribution}: SurplusReport): PolicyMeta[] {
	if (!distribution) return [law];
	const {version, document, basis, effectiveFrom} = distribution.rule;
	const source = basis === 'statutes' ? 'AD/ART' : 'Rapat Anggota';
	return [
		{
			kind: 'surplus',
			code: 'pembagian-shu',
			version,
			legalBasis: `${source} ${document}`,
			status: 'in-force',
			effectiveFrom,
		},
		law,
	];
}

export async function presentSurplus(
	work: SurplusReportWork,
	{
		book,
		year,
		axes,
		seesMembers,
	}: {
		readonly book: BookCode;
		readonly year: number;
		readonly axes: Axes;
		readonly seesMembers: boolean;
	},
	report: SurplusReport,
): Promise<SurplusAnswer> {
	const {state, distribution, closing, totals, earned} = report;
	const link = await linksOf(work, book, axes);
	const line = (
		name: 'earned' | 'closed' | 'distributed',
		entry: number | null,
		kind?: string,
	) => ({
		row: name,
		amount: toText(totals[name]),
		entry,
		links: kind === undefined ? {} : {amount: link({accounts: [surplusAccount], kinds: [kind]})},
	});
	return withMeta(
		work,
		{report: 'surplus-distribution', book, axes, policies: policiesOf(report)},
		{
			year,
			state,
			decision: distribution
				? {
						distribution: distribution.id,
						decidedOn: distribution.decidedOn,
						document: distribution.document,
						firstEntry: distribution.firstEntry,
						lastEntry: distribution.lastEntry,
						recordedBy: distribution.recordedBy,
					}
				: null,
			rows: {
				year: [
					...(closing || !earned.isZero() ? [line('earned', null)] : []),
					...(closing ? [line('closed', closing.closingEntry, 'year-closing')] : []),
					...(distribution
						? [line('distributed', distribution.firstEntry, 'surplus-distribution')]
						: []),
				],
				parts: presentParts(report, link),
				members: presentMembers(report, seesMembers, link),
			},
			totals: Object.fromEntries(
				Object.entries(totals).map(([name, amount]) => [name, toText(amount)]),
			) as SurplusAnswer['totals'],
		},
	);
}

const presentParts = ({distribution}: SurplusReport, link: LineLinks) =>
	(distribution?.parts ?? []).map((part) => ({
		kind: part.kind,
		name: part.name,
		percent: percentTextOf(part.percent),
		account: part.account,
		share: toText(part.share),
		base: part.base === undefined ? null : toText(part.base),
		amount: toText(part.amount),
		links: {amount: link({accounts: [part.account], kinds: ['surplus-distribution']})},
	}));

const presentMembers = ({shares}: SurplusReport, seesMembers: boolean, link: LineLinks) =>
	shares.map((one) => ({
		memberNumber: one.number,
		member: seesMembers ? one.name : maskName(one.name),
		savingsBase: toText(one.savings),
		businessBase: toText(one.business),
		savingsShare: toText(one.savingsShare),
		businessShare: toText(one.businessShare),
		share: toText(totalShare(one)),
		paid: toText(one.paid),
		left: toText(subtract(totalShare(one), one.paid)),
		links: {left: link({accounts: [sharesAccount], member: one.member})},
	}));
