import {Button, FileInput, NativeSelect, SimpleGrid, Stack, Text} from '@mantine/core';
import {useMutation, useQueryClient} from '@tanstack/react-query';
import {type SyntheticEvent, useState} from 'react';
import {useLocation} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {findingsOf} from '../api/problem.ts';
import type {operations} from '../api/schema.d.ts';
import {useWrite} from '../api/write.ts';
import {useTexts} from '../language.ts';
import {download} from '../reports/ask.ts';
import {useBase} from '../shell/base.ts';
import {Refusal} from '../states/failure.tsx';
import {type Door, useDoor} from './door.ts';
import {base64Of, importsKey} from './import.ts';
import type {Kind} from './imported.ts';
import {type Opening, OpeningFields, isWholeOpening, noOpening} from './opening-fields.tsx';

type Body = operations['post-v1-books-book-imports']['requestBody']['content']['application/json'];

const shownFields = [
	...['contentBase64', 'opening.cutOffOn', 'opening.document'],
	...['debit', 'credit', 'loansPrincipal'].map((name) => `opening.controls.${name}`),
];

/** A template to fill in, and the file that was filled in: checked at once by the service. */
export function UploadForm({book}: {readonly book: string}) {
	const {imports} = useTexts();
	const client = useQueryClient();
	const base = useBase();
	const [, go] = useLocation();
	const door = useDoor();
	const [kind, setKind] = useState<Kind>(door.kinds[0]);
	const [file, setFile] = useState<File | null>(null);
	const [signs, setSigns] = useState<Signs>({numberFormat: '', dateOrder: ''});
	const [opening, setOpening] = useState<Opening>(noOpening);
	const write = useWrite(
		async (body: Body, key) =>
			answerOf(
				api.POST(door.list, {
					params: {path: {book}, header: {'Idempotency-Key': key}},
					body,
				}),
			),
		({id}) => {
			void client.invalidateQueries({queryKey: importsKey});
			go(`${base}/${door.page}/${book}/${id}`);
		},
	);
	const isOpening = kind === 'opening-balances';
	const submit = async (event: SyntheticEvent): Promise<void> => {
		event.preventDefault();
		if (file === null) return;
		const {numberFormat, dateOrder} = signs;
		write.send({
			kind: kind as Body['kind'],
			name: file.name,
			contentBase64: await base64Of(file),
			...(numberFormat === '' ? {} : {numberFormat}),
			...(dateOrder === '' ? {} : {dateOrder}),
			...(isOpening && isWholeOpening(opening) ? {opening} : {}),
		});
	};
	return (
		<Stack component="form" gap="sm" onSubmit={(event: SyntheticEvent) => void submit(event)}>
			<Refusal error={write.error} fields={shownFields} />
			{door.kinds.length > 1 ? <KindField kinds={door.kinds} kind={kind} onKind={setKind} /> : null}
			<Template door={door} book={book} kind={kind} />
			<FileInput
				size="md"
				label={imports.file}
				placeholder={imports.choose}
				accept=".xlsx,.csv"
				value={file}
				error={findingsOf(write.error, 'contentBase64', imports.file)}
				onChange={setFile}
			/>
			<SignFields signs={signs} onSigns={setSigns} />
			{isOpening ? (
				<OpeningFields opening={opening} error={write.error} onOpening={setOpening} />
			) : null}
			<Button
				type="submit"
				size="lg"
				loading={write.isSending}
				disabled={file === null || (isOpening && !isWholeOpening(opening))}
			>
				{imports.upload}
			</Button>
		</Stack>
	);
}

type KindFieldProps = {
	readonly kinds: readonly Kind[];
	readonly kind: Kind;
	readonly onKind: (kind: Kind) => void;
};

function KindField({kinds, kind, onKind}: KindFieldProps) {
	const {imports} = useTexts();
	return (
		<NativeSelect
			label={imports.kind}
			value={kind}
			data={kinds.map((value) => ({value, label: imports.kinds[value]}))}
			onChange={({currentTarget}) => {
				onKind(kinds.find((one) => one === currentTarget.value) ?? kind);
			}}
		/>
	);
}

type TemplateProps = {readonly door: Door; readonly book: string; readonly kind: Kind};

function Template({door, book, kind}: TemplateProps) {
	const {imports} = useTexts();
	const making = useMutation({
		mutationFn: async () =>
			download(`/v1/books/${book}/${door.templates}/${kind}`, `templat-${kind}.xlsx`),
	});
	return (
		<div>
			<Button
				variant="default"
				loading={making.isPending}
				onClick={() => {
					making.mutate();
				}}
			>
				{imports.template}
			</Button>
			<Text size="sm" c="dimmed" mt={4}>
				{imports.templateHint}
			</Text>
			<Refusal error={making.error} />
		</div>
	);
}

type Signs = {
	readonly numberFormat: '' | NonNullable<Body['numberFormat']>;
	readonly dateOrder: '' | NonNullable<Body['dateOrder']>;
};

type SignFieldsProps = {readonly signs: Signs; readonly onSigns: (signs: Signs) => void};

/** How the file writes numbers and dates, for whoever knows: what is not said is not guessed. */
function SignFields({signs, onSigns}: SignFieldsProps) {
	const {imports} = useTexts();
	return (
		<SimpleGrid cols={{base: 1, sm: 2}} spacing="sm">
			<NativeSelect
				label={imports.numbers}
				description={imports.numbersHint}
				value={signs.numberFormat}
				data={[
					{value: '', label: imports.numbersUnsaid},
					{value: 'id', label: imports.numbersId},
					{value: 'en', label: imports.numbersEn},
				]}
				onChange={({currentTarget: {value}}) => {
					onSigns({...signs, numberFormat: value === 'id' || value === 'en' ? value : ''});
				}}
			/>
			<NativeSelect
				label={imports.dates}
				description={imports.datesHint}
				value={signs.dateOrder}
				data={[
					{value: '', label: imports.numbersUnsaid},
					{value: 'dmy', label: imports.datesDmy},
					{value: 'mdy', label: imports.datesMdy},
				]}
				onChange={({currentTarget: {value}}) => {
					onSigns({...signs, dateOrder: value === 'dmy' || value === 'mdy' ? value : ''});
				}}
			/>
		</SimpleGrid>
	);
}
