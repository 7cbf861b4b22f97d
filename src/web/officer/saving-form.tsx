import {Alert, Card, NativeSelect, SegmentedControl, Stack, Text} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {type SubmitEvent, useState} from 'react';
import {Link} from 'wouter';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {findingsOf} from '../api/problem.ts';
import {useWrite, withoutEmpty} from '../api/write.ts';
import {BigButton} from '../fields/big-button.tsx';
import {RupiahField} from '../fields/typed-field.tsx';
import {useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {Refusal} from '../states/failure.tsx';
import {type Movement, type SavingProduct, savingProducts, savingsKey} from './savings.ts';

const directions = ['deposit', 'withdraw'] as const;
const methods = ['cash', 'bank'] as const;

type Typed = {
	readonly direction: (typeof directions)[number];
	readonly product: SavingProduct;
	readonly amount: string | undefined;
	readonly method: (typeof methods)[number];
};

type Answer = Awaited<ReturnType<typeof send>>;

const begun: Typed = {direction: 'deposit', product: 'wajib', amount: '', method: 'cash'};
const fields = ['product', 'amount', 'effectiveOn', 'method'];

async function send(member: string, today: string, typed: Typed, key: string) {
	const {direction, product, amount = '', method} = typed;
	const params = {header: {'Idempotency-Key': key}};
	const body = withoutEmpty({member, product, effectiveOn: today, amount, method});
	return direction === 'deposit'
		? answerOf(api.POST('/v1/savings/deposits', {params, body}))
		: answerOf(api.POST('/v1/savings/withdrawals', {params, body}));
}

export type SavingFormProps = {readonly member: string; readonly today: string};

/** Takes money to keep, or gives it back: savings are opened by their first deposit. */
export function SavingForm({member, today}: SavingFormProps) {
	const {savings} = useTexts().counter;
	const client = useQueryClient();
	const [typed, setTyped] = useState(begun);
	const write = useWrite(
		async (values: Typed, key) => send(member, today, values, key),
		() => {
			setTyped((before) => ({...before, amount: ''}));
			void client.invalidateQueries({queryKey: savingsKey});
		},
	);
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		write.send(typed);
	};
	return (
		<Card withBorder maw={720} className="no-print">
			<form onSubmit={submit}>
				<Stack>
					<Refusal error={write.error} fields={fields} />
					<SavingFields
						typed={typed}
						error={write.error}
						onChange={(part) => {
							setTyped((before) => ({...before, ...part}));
						}}
					/>
					<BigButton
						fullWidth
						loading={write.isSending}
						disabled={typed.amount === undefined || typed.amount === ''}
					>
						{typed.direction === 'deposit' ? savings.sendDeposit : savings.sendWithdrawal}
					</BigButton>
					<Said answer={write.answer} />
				</Stack>
			</form>
		</Card>
	);
}

type FieldsProps = {
	readonly typed: Typed;
	readonly error: Error | null;
	readonly onChange: (part: Partial<Typed>) => void;
};

function SavingFields({typed, error, onChange}: FieldsProps) {
	const {officer, counter, fields: words} = useTexts();
	const {savings} = counter;
	const labels = {deposit: savings.deposit, withdraw: savings.withdraw};
	return (
		<>
			<SegmentedControl
				size="md"
				fullWidth
				aria-label={savings.direction}
				value={typed.direction}
				onChange={(direction) => {
					onChange({direction});
				}}
				data={directions.map((value) => ({value, label: labels[value]}))}
			/>
			<NativeSelect
				label={savings.product}
				description={savings.firstHint}
				value={typed.product}
				error={findingsOf(error, 'product', savings.product)}
				data={savingProducts.map((value) => ({value, label: savings.products[value]}))}
				onChange={({currentTarget}) => {
					onChange({product: savingProducts.find((one) => one === currentTarget.value)!});
				}}
			/>
			<RupiahField
				size="lg"
				value={typed.amount}
				error={findingsOf(error, 'amount', words.amount)}
				onValue={(amount) => {
					onChange({amount});
				}}
			/>
			<SegmentedControl
				size="md"
				fullWidth
				aria-label={officer.pay.method}
				value={typed.method}
				onChange={(method) => {
					onChange({method});
				}}
				data={methods.map((value) => ({value, label: officer.pay[value]}))}
			/>
		</>
	);
}

const isPosted = (answer: Answer): answer is Movement => !isWaiting(answer);

/** What became of it: posted with its slip, or waiting for a second person. */
function Said({answer}: {readonly answer: Answer | undefined}) {
	const {counter, states} = useTexts();
	const base = useBase();
	if (answer === undefined) return null;
	if (!isPosted(answer)) {
		return (
			<Alert color="yellow" role="status" title={states.waiting}>
				{states.waitingHint}
			</Alert>
		);
	}
	const {slip, cooperative} = answer;
	return (
		<Alert color="teal" role="status">
			<Text>{counter.savings.done(slip ?? '')}</Text>
			{slip === null ? null : (
				<Link href={`${base}/kuitansi/${cooperative}/${slip}`}>{counter.savings.slip(slip)}</Link>
			)}
		</Alert>
	);
}
