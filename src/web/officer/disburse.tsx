import {Card, Text, Title} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {useToday} from '../api/today.ts';
import {ActionForm, type FormField, type Values} from '../fields/action-form.tsx';
import {Amount} from '../fields/amount.tsx';
import {compareRupiah} from '../formats.ts';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {type Loan, loansKey} from './loans.ts';

export type DisburseProps = {readonly loan: Loan; readonly onDone: (said: string) => void};

/** Whether anything of a loan can be paid out: of one that runs, the tranches to come. */
const isOpen = ({status, leftToDisburse}: Loan): boolean =>
	(status === 'approved' || status === 'disbursed') && compareRupiah(leftToDisburse, '0') > 0;

/** Pays an approved loan out, or the next tranche of it. */
export function Disburse({loan, onDone}: DisburseProps) {
	const {counter} = useTexts();
	const me = useMe();
	const today = useToday();
	if (!isOpen(loan) || !may(me, 'loan:disburse')) return null;
	return (
		<Card withBorder mb="md" maw={720}>
			<Title order={2} size="h4">
				{counter.disburse.title}
			</Title>
			<Text c="dimmed" size="sm" mb="sm">
				{counter.disburse.hint}
			</Text>
			<Text mb="sm">
				{counter.disburse.left} <Amount of={loan.leftToDisburse} fw={700} />
			</Text>
			<Answer of={today} rows={3} rowHeight={68}>
				{(on) => <DisburseForm loan={loan} today={on} onDone={onDone} />}
			</Answer>
		</Card>
	);
}

/** A sale is of one price; whatever else is lent may go out in tranches. */
function useFields({akad}: Loan, today: string): readonly FormField[] {
	const {disburse} = useTexts().counter;
	const amount: FormField = {
		name: 'amount',
		label: disburse.amount,
		kind: 'amount',
		isOptional: true,
		hint: disburse.amountHint,
	};
	return [
		{name: 'disbursedOn', label: disburse.date, kind: 'date', initial: today},
		{
			name: 'document',
			label: disburse.document,
			kind: 'text',
			hint: disburse.documentHint,
		},
		...(akad === 'murabahah' ? [] : [amount]),
	];
}

function DisburseForm({loan, today, onDone}: DisburseProps & {readonly today: string}) {
	const {disburse} = useTexts().counter;
	const client = useQueryClient();
	const send = async ({disbursedOn = '', document = '', amount}: Values, key: string) =>
		answerOf(
			api.POST('/v1/loans/{id}/disburse', {
				params: {path: {id: loan.id}, header: {'Idempotency-Key': key}},
				body: {disbursedOn, document, ...(amount === undefined ? {} : {amount})},
			}),
		);
	return (
		<ActionForm
			fields={useFields(loan, today)}
			submit={disburse.send}
			done={disburse.done}
			send={send}
			onDone={(answer) => {
				void client.invalidateQueries({queryKey: loansKey});
				if (!isWaiting(answer)) onDone(disburse.done);
			}}
		/>
	);
}
