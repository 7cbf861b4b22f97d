import {Badge, Card, Group, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import type {Answered} from '../api/answered.ts';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {useToday} from '../api/today.ts';
import {ActionForm, type FormField, type Values} from '../fields/action-form.tsx';
import {Amount} from '../fields/amount.tsx';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {dueKey} from './due.ts';
import {loansKey} from './loans.ts';

type Collection = Answered<'get-v1-loans-id-collection'>;
type Promised = Collection['promises'][number];

const colours: Readonly<Record<Promised['state'], string>> = {
	open: 'yellow',
	kept: 'teal',
	broken: 'red',
};

/** What was promised of a loan and what became of it; a new promise is recorded here. */
export function Promises({loan}: {readonly loan: string}) {
	const {promise} = useTexts().counter;
	const me = useMe();
	const query = useQuery({
		queryKey: [...loansKey, 'collection', loan],
		queryFn: async () =>
			answerOf(api.GET('/v1/loans/{id}/collection', {params: {path: {id: loan}}})),
	});
	return (
		<section>
			<Title order={2} size="h4" mt="lg" mb="xs">
				{promise.title}
			</Title>
			<Answer of={query} rows={1} rowHeight={60}>
				{({promises}) =>
					promises.length === 0 ? (
						<Text c="dimmed">{promise.none}</Text>
					) : (
						[...promises].reverse().map((one) => <PromiseCard key={one.number} promise={one} />)
					)
				}
			</Answer>
			{may(me, 'collection:record') ? <NewPromise loan={loan} /> : null}
		</section>
	);
}

function PromiseCard({promise}: {readonly promise: Promised}) {
	const {promise: words} = useTexts().counter;
	const language = useLanguage();
	return (
		<Card withBorder padding="sm" mb="xs">
			<Group justify="space-between" align="flex-start">
				<div>
					<Text fw={700}>
						<Amount of={promise.amount} /> · {showDate(promise.payOn, language)}
					</Text>
					<Text size="sm" c="dimmed">
						{words.said(promise.promisedBy, showDate(promise.promisedOn, language))}
						{promise.note === null ? '' : ` · ${promise.note}`}
					</Text>
					<Text size="sm" c="dimmed">
						{words.paid} <Amount of={promise.paid} />
					</Text>
				</div>
				<Badge size="lg" tt="none" variant="light" color={colours[promise.state]}>
					{words.states[promise.state]}
				</Badge>
			</Group>
		</Card>
	);
}

function NewPromise({loan}: {readonly loan: string}) {
	const {promise} = useTexts().counter;
	const today = useToday();
	const client = useQueryClient();
	const fields: readonly FormField[] = [
		{name: 'payOn', label: promise.payOn, kind: 'date'},
		{name: 'amount', label: promise.amount, kind: 'amount'},
		{name: 'promisedBy', label: promise.by, kind: 'text'},
		{name: 'note', label: promise.note, kind: 'text', isOptional: true},
	];
	const send = async (values: Values, key: string, promisedOn: string) => {
		const {payOn = '', amount = '', promisedBy = '', note} = values;
		return answerOf(
			api.POST('/v1/loans/{id}/promises', {
				params: {path: {id: loan}, header: {'Idempotency-Key': key}},
				body: {promisedOn, payOn, amount, promisedBy, ...(note === undefined ? {} : {note})},
			}),
		);
	};
	return (
		<Card withBorder mt="sm" maw={720} className="no-print">
			<Title order={3} size="h5" mb="xs">
				{promise.new}
			</Title>
			<Answer of={today} rows={4} rowHeight={68}>
				{(on) => (
					<ActionForm
						fields={fields}
						submit={promise.send}
						done={promise.done}
						send={async (values, key) => send(values, key, on)}
						onDone={() => {
							void client.invalidateQueries({queryKey: loansKey});
							void client.invalidateQueries({queryKey: dueKey});
						}}
					/>
				)}
			</Answer>
		</Card>
	);
}
