import {Button, Card, Group, Stack, Text, TextInput} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {type SubmitEvent, useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import type {operations} from '../api/schema.d.ts';
import {useWrite} from '../api/write.ts';
import {Amount} from '../fields/amount.tsx';
import {addRupiah, multiplyRupiah, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {cashKey} from './cash.ts';

type Denominations = Answered<'get-v1-cash-denominations'>;
type Denomination = Denominations['items'][number];
type Body =
	operations['post-v1-books-book-cash-counts']['requestBody']['content']['application/json'];

const piecesMax = 999_999;
const nameOf = ({value, kind}: Denomination): string => `${kind} ${value}`;

/** How many a field says; nothing typed is none. */
function piecesOf(typed: string | undefined): number {
	const count = Number.parseInt(typed ?? '', 10);
	return Number.isNaN(count) ? 0 : Math.min(Math.max(count, 0), piecesMax);
}

export type CountFormProps = {
	readonly book: string;
	readonly denominations: readonly Denomination[];
};

/** Notes and coins by their number; the sum makes itself, and is the service's once it is sent. */
export function CountForm({book, denominations}: CountFormProps) {
	const {officer} = useTexts();
	const client = useQueryClient();
	const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
	const write = useWrite(
		async (body: Body, key) => {
			const params = {path: {book}, header: {'Idempotency-Key': key}};
			return answerOf(api.POST('/v1/books/{book}/cash-counts', {params, body}));
		},
		() => {
			setTyped({});
			void client.invalidateQueries({queryKey: cashKey});
		},
	);
	const pieces = denominations
		.map((one) => ({value: one.value, kind: one.kind, pieces: piecesOf(typed[nameOf(one)])}))
		.filter((one) => one.pieces > 0);
	const total = addRupiah(pieces.map((one) => multiplyRupiah(one.value, one.pieces)));
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		write.send({pieces});
	};
	return (
		<form onSubmit={submit}>
			<Text c="dimmed" mb="sm">
				{officer.cash.countHint}
			</Text>
			<Stack gap={6}>
				{denominations.map((one) => (
					<DenominationRow
						key={nameOf(one)}
						denomination={one}
						typed={typed[nameOf(one)] ?? ''}
						onType={(text) => {
							setTyped((before) => ({...before, [nameOf(one)]: text.replaceAll(/\D/gu, '')}));
						}}
					/>
				))}
				<Card withBorder padding="sm" mt="xs">
					<Group justify="space-between">
						<Text fw={600}>{officer.cash.counted}</Text>
						<Text fz={24} fw={800} role="status">
							<Amount of={total} />
						</Text>
					</Group>
				</Card>
				<Refusal error={write.error} />
				<Button type="submit" size="lg" loading={write.isSending} disabled={pieces.length === 0}>
					{officer.cash.send}
				</Button>
			</Stack>
		</form>
	);
}

type DenominationRowProps = {
	readonly denomination: Denomination;
	readonly typed: string;
	readonly onType: (text: string) => void;
};

function DenominationRow({denomination, typed, onType}: DenominationRowProps) {
	const {officer} = useTexts();
	const language = useLanguage();
	const name = `${showRupiah(denomination.value, language)} (${officer.cash[denomination.kind]})`;
	return (
		<Group wrap="nowrap" gap="sm">
			<Text style={{flex: '1 1 0'}}>{name}</Text>
			<TextInput
				w={86}
				size="md"
				aria-label={officer.cash.pieces(name)}
				inputMode="numeric"
				autoComplete="off"
				ta="right"
				value={typed}
				onChange={({currentTarget}) => {
					onType(currentTarget.value);
				}}
			/>
			<Text w={112} ta="right" size="sm" c={typed === '' ? 'dimmed' : 'inherit'}>
				<Amount of={multiplyRupiah(denomination.value, piecesOf(typed))} />
			</Text>
		</Group>
	);
}
