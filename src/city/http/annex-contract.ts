import {z} from 'zod';
import {amountText, dateText, momentText} from '../../http/fields.ts';
import type {Language} from '../../kernel/errors.ts';
import {isZero, toText} from '../../kernel/money.ts';
import type {AnnexQuestion, AnnexRow, AnnexSums, CityWork, ControlledAnnex} from '../index.ts';

const described = (description: string) => amountText().meta({description});

const sums = {
	opening: described('On 1.1.2 and 1.2.1 before the period.'),
	additions: described('Tranches, net of reversals.'),
	repayments: described('Remittances and returns, net of reversals.'),
	writtenOff: described('Written off conditionally, net of reversals.'),
	claimed: described('Turned into claims on persons, net of reversals.'),
	other: described('Moved by any other kind of entry; nothing as a rule.'),
	closing: described('Opening and additions and other, less repayments, written off and claimed.'),
	currentPortion: described('Of the closing, what stands on 1.1.2.'),
	provision: described('What is booked on 1.2.2.'),
	requiredProvision: described('What the policy asks on the day.'),
	netRealisableValue: described('Closing less provision.'),
	register: described('Written off conditionally and owed still: 9.1.1.'),
	claims: described('Left of claims on persons: 1.3.1.'),
};

const rated = {status: z.enum(['in-force', 'provisional']), legalBasis: z.string()};

export const annexAnswer = z.strictObject({
	meta: z.strictObject({
		report: z.string(),
		book: z.string(),
		from: dateText(),
		asOf: dateText(),
		knownAt: momentText().nullable(),
		generatedAt: momentText(),
		askedBy: z.string(),
		policies: z.array(
			z.strictObject({kind: z.string(), code: z.string(), version: z.number(), ...rated}),
		),
		isProvisional: z.boolean(),
		notice: z.string().nullable().meta({description: 'Says so in words: kebijakan sementara.'}),
	}),
	rows: z.array(
		z.strictObject({
			allocation: z.string().nullable(),
			cooperative: z.string().nullable(),
			name: z.string().nullable(),
			kelurahan: z.string().nullable(),
			agreementNumber: z.string().nullable(),
			daysPastDue: z.number().nullable(),
			monthsPastDue: z.number().nullable(),
			class: z.string().nullable(),
			className: z.string().nullable(),
			...sums,
		}),
	),
	totals: z.strictObject(sums),
	control: z
		.strictObject({
			invested: amountText(),
			provision: amountText(),
			investedDifference: amountText(),
			provisionDifference: amountText(),
			isBalanced: z.boolean(),
		})
		.meta({description: "The accounts of the city's book, and what the annex differs."}),
});

const presentSums = (row: AnnexSums) =>
	Object.fromEntries(
		Object.keys(sums).map((name) => [name, toText(row[name as keyof AnnexSums])]),
	) as Record<keyof typeof sums, string>;

const presentRow = (
	{allocation, rating, ...row}: AnnexRow,
	language: Language,
): z.output<typeof annexAnswer>['rows'][number] => ({
	allocation: allocation?.id ?? null,
	cooperative: allocation?.book ?? null,
	name: allocation?.cooperativeName ?? null,
	kelurahan: allocation?.kelurahan ?? null,
	agreementNumber: allocation?.agreementNumber ?? null,
	daysPastDue: rating?.lateness.daysPastDue ?? null,
	monthsPastDue: rating?.lateness.monthsPastDue ?? null,
	class: rating?.class.code ?? null,
	className: (language === 'id' ? rating?.class.nameId : rating?.class.nameEn) ?? null,
	...presentSums(row),
});

/** The annex as every format shows it. */
export function presentAnnex(
	work: CityWork,
	{knownAt}: Pick<AnnexQuestion, 'knownAt'>,
	{annex, control, cityPolicy}: ControlledAnnex,
	language: Language,
): z.output<typeof annexAnswer> {
	const {policy} = annex;
	const isProvisional = [policy, cityPolicy].some(({status}) => status === 'provisional');
	const notice =
		language === 'id'
			? `Kebijakan sementara: sebagian angka ${policy.code} belum dibaca pada naskah resminya.`
			: `Provisional policy: numbers of ${policy.code} are not read in the official text yet.`;
	const differences = [control.investedDifference, control.provisionDifference];
	return {
		meta: {
			report: 'revolving-fund-annex',
			book: annex.book,
			from: annex.from,
			asOf: annex.asOf,
			knownAt: knownAt?.toISOString() ?? null,
			generatedAt: work.now().toISOString(),
			askedBy: work.actor.name,
			policies: [
				{kind: 'city-policy', code: 'city', ...basisOf(cityPolicy)},
				{kind: 'provision-policy', code: policy.code, ...basisOf(policy)},
			],
			isProvisional,
			notice: isProvisional ? notice : null,
		},
		rows: annex.rows.map((row) => presentRow(row, language)),
		totals: presentSums(annex.totals),
		control: {
			invested: toText(control.invested),
			provision: toText(control.provision),
			investedDifference: toText(control.investedDifference),
			provisionDifference: toText(control.provisionDifference),
			isBalanced: differences.every(isZero),
		},
	};
}

const basisOf = ({
	version,
	status,
	legalBasis,
}: Pick<ControlledAnnex['cityPolicy'], 'version' | 'status' | 'legalBasis'>) => ({
	version,
	status,
	legalBasis,
});
