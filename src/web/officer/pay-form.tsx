import {Button, SegmentedControl, SimpleGrid, Stack, Text} from '@mantine/core';
import {useDebouncedValue} from '@mantine/hooks';
import {keepPreviousData, useQuery, useQueryClient} from '@tanstack/react-query';
import {type SubmitEvent, useState} from 'react';
import {useLocation} from 'wouter';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {findingsOf} from '../api/problem.ts';
import {useWrite} from '../api/write.ts';
import {Amount} from '../fields/amount.tsx';
import {BigButton} from '../fields/big-button.tsx';
import {RupiahField} from '../fields/typed-field.tsx';
import {compareRupiah, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {Notice} from '../states/notice.tsx';
import {receiptAddress} from './addresses.ts';
import {useCooperative} from './cooperative.tsx';
import {dueKey} from './due.ts';
import {loansKey} from './loans.ts';
import {SplitCard} from './split-card.tsx';

const methods = ['cash', 'bank'] as const;
type Method = (typeof methods)[number];
type Payment = {
	readonly amount: string;
	readonly method: Method;
	readonly paidOn: string;
	/** Paid off by its quote, which may ask for less than what is owed. */
	readonly isSettled: boolean;
};

/** What the service says that a payment would pay: nothing is computed here. */
function usePreview(loan: string, {amount, method, paidOn}: Payment, isAsked: boolean) {
	return useQuery({
		queryKey: [...loansKey, 'preview', loan, amount, method, paidOn],
		enabled: isAsked,
		retry: false,
		placeholderData: keepPreviousData,
		queryFn: async () =>
			answerOf(
				api.GET('/v1/loans/{id}/repayments/preview', {
					params: {path: {id: loan}, query: {amount, method, paidOn}},
				}),
			),
	});
}

const useQuote = (loan: string, on: string) =>
	useQuery({
		queryKey: [...loansKey, 'quote', loan, on],
		queryFn: async () =>
			answerOf(api.GET('/v1/loans/{id}/quote', {params: {path: {id: loan}, query: {on}}})),
	});

async function post(loan: string, {isSettled, ...body}: Payment, key: string) {
	const params = {path: {id: loan}, header: {'Idempotency-Key': key}};
	return isSettled
		? answerOf(api.POST('/v1/loans/{id}/settle', {params, body}))
		: answerOf(api.POST('/v1/loans/{id}/repayments', {params, body}));
}

export type PayFormProps = {
	readonly loan: string;
	/** Today, by the service. */
	readonly asOf: string;
	/** What is filled in before anybody types. */
	readonly asked: string;
};

/** How much and how; what it pays is told by the service before anything is posted. */
export function PayForm({loan, asOf, asked}: PayFormProps) {
	const {officer, fields} = useTexts();
	const language = useLanguage();
	const [amount, setAmount] = useState<string | undefined>(asked);
	const [method, setMethod] = useState<Method>('cash');
	const {quote, isSettled} = useSettling(loan, asOf, amount);
	const payment = {amount: amount ?? '', method, paidOn: asOf, isSettled};
	const [settled] = useDebouncedValue(payment, 200);
	const isTyped = settled.amount !== '' && settled.amount !== '0';
	const preview = usePreview(loan, settled, isTyped && !isSettled);
	const write = usePosting(loan);
	const isTold = isSettled
		? quote !== undefined
		: preview.isSuccess && !preview.isPlaceholderData && settled.amount === amount;
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		if (isTold) write.send(payment);
	};
	if (isWaiting(write.answer)) {
		return <Notice title={officer.pay.notPosted} hint={write.answer.command} />;
	}
	const refused = write.error ?? (isTyped && !isSettled ? preview.error : null);
	return (
		<form onSubmit={submit}>
			<Stack maw={720}>
				<RupiahField
					size="xl"
					value={amount}
					onValue={setAmount}
					error={findingsOf(refused, 'amount', fields.amount)}
					autoFocus
				/>
				<Suggestions asked={asked} all={quote?.total} chosen={amount} onChoose={setAmount} />
				<SegmentedControl
					size="md"
					fullWidth
					aria-label={officer.pay.method}
					value={method}
					onChange={setMethod}
					data={methods.map((value) => ({value, label: officer.pay[value]}))}
				/>
				<Refusal error={refused} fields={['amount']} />
				<SplitCard
					payment={isSettled || amount === undefined || amount === '' ? undefined : preview.data}
					quote={isSettled ? quote : undefined}
					isStale={!isTold}
				/>
				<div className="action">
					<BigButton fullWidth disabled={!isTold} loading={write.isSending}>
						{officer.pay.post(
							showRupiah(amount === undefined || amount === '' ? '0' : amount, language),
						)}
					</BigButton>
				</div>
			</Stack>
		</form>
	);
}

/** Whoever pays all that the quote asks for, pays the loan off by it. */
function useSettling(loan: string, asOf: string, amount: string | undefined) {
	const {data: quote} = useQuote(loan, asOf);
	const isSettled =
		quote !== undefined &&
		amount !== undefined &&
		amount !== '' &&
		compareRupiah(quote.discount, '0') > 0 &&
		compareRupiah(quote.total, amount) === 0;
	return {quote, isSettled};
}

/** Posts, and goes to the receipt; all that the payment changed is asked for again. */
function usePosting(loan: string) {
	const {book} = useCooperative();
	const client = useQueryClient();
	const [, go] = useLocation();
	return useWrite(
		async (payment: Payment, key) => post(loan, payment, key),
		(answer) => {
			void client.invalidateQueries({queryKey: dueKey});
			void client.invalidateQueries({queryKey: loansKey});
			if (isWaiting(answer)) return;
			go(`${receiptAddress(book, answer.receiptNumber)}?baru`);
		},
	);
}

type SuggestionsProps = {
	readonly asked: string;
	readonly all: string | undefined;
	readonly chosen: string | undefined;
	readonly onChoose: (amount: string) => void;
};

/** What is mostly paid, at one tap. */
function Suggestions({asked, all, chosen, onChoose}: SuggestionsProps) {
	const {officer} = useTexts();
	const offers = [
		{label: officer.pay.dueNow, amount: asked},
		{label: officer.pay.settleAll, amount: all ?? ''},
	].filter(({amount}) => amount !== '');
	return (
		<SimpleGrid cols={2} spacing="xs" mih={62}>
			{offers.map(({label, amount}) => {
				const isChosen =
					chosen !== undefined && chosen !== '' && compareRupiah(chosen, amount) === 0;
				return (
					<Button
						key={label}
						variant={isChosen ? 'light' : 'default'}
						aria-pressed={isChosen}
						h="auto"
						py={6}
						px="xs"
						onClick={() => {
							onChoose(amount);
						}}
					>
						<Stack gap={0} align="center">
							<Text size="sm" fw={400}>
								{label}
							</Text>
							<Text fw={700}>
								<Amount of={amount} />
							</Text>
						</Stack>
					</Button>
				);
			})}
		</SimpleGrid>
	);
}
