import {Card, Group, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {type JsonObject, listOf} from '../api/json.ts';
import {may, useMe} from '../api/me.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {compareRupiah, showCount, showDate, showRupiah, subtractRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {askReport} from '../reports/ask.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {showFigure} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {PageHead} from '../states/page-head.tsx';

type Report = Answered<'get-v1-reports-provisioning'>;
type Total = Report['totals'][number];
type Policy = Answered<'get-v1-provision-policies'>['items'][number];
type Choice = Answered<'get-v1-books-book-provision-policies'>['items'][number];

/** By which policy a cooperative provides for its loans, and what each would take today. */
export function ProvisionsPage() {
	const {manager} = useTexts();
	const [book, setBook] = useState('');
	return (
		<>
			<PageHead title={manager.provisions.title} hint={manager.provisions.hint} />
			<Group mb="md" className="no-print">
				<BookSelect value={book} onValue={setBook} isOfCooperatives />
			</Group>
			{book === '' ? null : <ProvisionsOf key={book} book={book} />}
		</>
	);
}

function useProvisions(book: string) {
	return useQuery({
		queryKey: ['provision-choice', book],
		queryFn: async () => {
			const [policies, choices, report] = await Promise.all([
				answerOf(api.GET('/v1/provision-policies')),
				answerOf(api.GET('/v1/books/{book}/provision-policies', {params: {path: {book}}})),
				askReport(`/v1/reports/provisioning?book=${book}&limit=1`),
			]);
			return {policies: policies.items, choices: choices.items, totals: totalsOf(report)};
		},
	});
}

/** What each policy asks for, of all loans; rows are left out. */
const totalsOf = ({totals}: JsonObject): readonly Total[] => listOf(totals) as readonly Total[];

function ProvisionsOf({book}: {readonly book: string}) {
	const {manager} = useTexts();
	const language = useLanguage();
	const me = useMe();
	const client = useQueryClient();
	const query = useProvisions(book);
	return (
		<Answer of={query} rows={4} rowHeight={64}>
			{({policies, choices, totals}) => {
				const names = namesOf(policies, language);
				return (
					<>
						<Current choice={choices.at(-1)} names={names} />
						<PartTitle>{manager.provisions.effect}</PartTitle>
						<Text c="dimmed" mb="sm">
							{manager.provisions.effectHint}
						</Text>
						<EffectTable totals={totals} names={names} chosen={choices.at(-1)?.policy} />
						{may(me, 'provision:choose') ? (
							<Card withBorder mt="lg" maw={640} className="no-print">
								<Title order={2} size="h4" mb="sm">
									{manager.provisions.choose}
								</Title>
								<ActionForm
									fields={[
										{
											name: 'policy',
											label: manager.provisions.policy,
											kind: 'choice',
											options: [...names].map(([value, label]) => ({value, label})),
										},
										{name: 'effectiveFrom', label: manager.provisions.from, kind: 'date'},
										{name: 'reason', label: manager.provisions.reason, kind: 'text'},
									]}
									above={({policy}) => <Effect totals={totals} policy={policy} />}
									submit={manager.provisions.choose}
									done={manager.provisions.chosen}
									send={async ({policy = '', effectiveFrom = '', reason = ''}, key) =>
										answerOf(
											api.POST('/v1/books/{book}/provision-policies', {
												params: {path: {book}, header: {'Idempotency-Key': key}},
												body: {policy, effectiveFrom, reason},
											}),
										)
									}
									onDone={() =>
										void client.invalidateQueries({queryKey: ['provision-choice', book]})
									}
								/>
							</Card>
						) : null}
					</>
				);
			}}
		</Answer>
	);
}

/** What the newest version of each policy is called. */
function namesOf(policies: readonly Policy[], language: 'id' | 'en'): Map<string, string> {
	return new Map(
		policies.map(({code, nameId, nameEn}) => [code, language === 'id' ? nameId : nameEn]),
	);
}

type CurrentProps = {
	readonly choice: Choice | undefined;
	readonly names: ReadonlyMap<string, string>;
};

function Current({choice, names}: CurrentProps) {
	const {manager} = useTexts();
	const language = useLanguage();
	if (choice === undefined) return <Text>{manager.provisions.notChosen}</Text>;
	return (
		<Card withBorder maw={640}>
			<Text c="dimmed">{manager.provisions.current}</Text>
			<Text fz="xl" fw={700}>
				{names.get(choice.policy) ?? choice.policy}
			</Text>
			<Text size="sm">
				{manager.provisions.chosenBy(choice.decidedBy, showDate(choice.effectiveFrom, language))}
			</Text>
			<Text size="sm">{choice.reason}</Text>
		</Card>
	);
}

type EffectTableProps = {
	readonly totals: readonly Total[];
	readonly names: ReadonlyMap<string, string>;
	readonly chosen: string | undefined;
};

function EffectTable({totals, names, chosen}: EffectTableProps) {
	const {manager} = useTexts();
	const language = useLanguage();
	const columns: Column<Total>[] = [
		{
			key: 'policy',
			heading: manager.provisions.policy,
			width: 240,
			cell: ({policy}) => {
				const name = names.get(policy) ?? policy;
				return policy === chosen ? manager.provisions.inUse(name) : name;
			},
		},
		{
			key: 'loans',
			heading: manager.provisions.loans,
			isFigure: true,
			width: 110,
			cell: ({loans}) => showCount(loans, language),
		},
		...(['principal', 'provision', 'allowance'] as const).map((key) => ({
			key,
			heading: manager.provisions.figures[key],
			isFigure: true,
			cell: (total: Total) => showFigure(total[key], language),
		})),
		{
			key: 'change',
			heading: manager.provisions.change,
			isFigure: true,
			cell: ({allowanceOver}) => showFigure(subtractRupiah('0', allowanceOver), language),
		},
	];
	return (
		<DataTable
			label={manager.provisions.effect}
			columns={columns}
			rows={totals}
			keyOf={({policy}) => policy}
		/>
	);
}

/** What a policy would take of the cooperative's result, were it booked by it today. */
function Effect({totals, policy}: {totals: readonly Total[]; policy: string | undefined}) {
	const {manager} = useTexts();
	const language = useLanguage();
	const total = totals.find((one) => one.policy === policy);
	if (total === undefined) return null;
	const expense = subtractRupiah('0', total.allowanceOver);
	const sign = compareRupiah(expense, '0');
	const size = showRupiah(sign < 0 ? total.allowanceOver : expense, language);
	return (
		<Text role="status" fw={600}>
			{sign === 0
				? manager.provisions.same
				: sign > 0
					? manager.provisions.more(size)
					: manager.provisions.less(size)}
		</Text>
	);
}
