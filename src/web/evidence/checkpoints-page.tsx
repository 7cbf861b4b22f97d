import {Button, Card, Code, Group, Stack, Text, TextInput, Title} from '@mantine/core';
import {useMutation, useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import {pageLimit} from '../api/pages.ts';
import {showCount, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {Answer} from '../states/answer.tsx';
import {Refusal} from '../states/failure.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {checkCheckpoint, checkEntry, remembered} from './checks.ts';
import {Outcomes} from './outcomes.tsx';
import type {SignedCheckpoint} from './verify.ts';

/** What the service signed about all books, to be checked here and not believed. */
export function CheckpointsPage() {
	const {auditor} = useTexts();
	const query = useQuery({
		queryKey: ['checkpoints'],
		queryFn: async () => {
			const params = {query: {limit: pageLimit}};
			return (await answerOf(api.GET('/v1/audit/checkpoints', {params}))).items;
		},
	});
	return (
		<>
			<PageHead title={auditor.evidence.title} hint={auditor.evidence.hint} />
			<Answer of={query} rows={4} rowHeight={120}>
				{(checkpoints) => (
					<Stack>
						<EntryCheck />
						{checkpoints.length === 0 ? (
							<Notice title={auditor.evidence.none} hint={auditor.evidence.noneHint} />
						) : (
							checkpoints.map((checkpoint, index) => (
								<CheckpointCard
									key={checkpoint.sequence}
									checkpoint={checkpoint}
									before={checkpoints[index + 1]}
								/>
							))
						)}
					</Stack>
				)}
			</Answer>
		</>
	);
}

type CardProps = {
	readonly checkpoint: SignedCheckpoint;
	readonly before: SignedCheckpoint | undefined;
};

function CheckpointCard({checkpoint, before}: CardProps) {
	const {auditor} = useTexts();
	const language = useLanguage();
	const checking = useMutation({mutationFn: async () => checkCheckpoint(checkpoint, before)});
	const {sequence, takenAt, logSize, logRoot, keyId} = checkpoint;
	const isSeen = remembered()?.logRoot === logRoot;
	const facts: readonly (readonly [string, string])[] = [
		[auditor.evidence.takenAt, showMoment(takenAt, language)],
		[auditor.evidence.heads, showCount(logSize, language)],
		[auditor.evidence.root, logRoot],
		[auditor.evidence.key, keyId],
	];
	return (
		<Card withBorder component="section">
			<Group justify="space-between" mb="sm">
				<Title order={2} size="h4">
					{auditor.evidence.checkpoint(String(sequence))}
				</Title>
				<Button
					size="sm"
					loading={checking.isPending}
					onClick={() => {
						checking.mutate();
					}}
				>
					{auditor.evidence.verify}
				</Button>
			</Group>
			<dl className="facts">
				{facts.map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			{isSeen ? (
				<Text size="sm" c="dimmed" mt="xs">
					{auditor.evidence.seen}
				</Text>
			) : null}
			<CheckFailure error={checking.error} />
			{checking.data ? <Outcomes checks={checking.data} /> : null}
		</Card>
	);
}

/** Where the service could not be asked, or the browser does not know how to check. */
export function CheckFailure({error}: {readonly error: Error | null}) {
	const {auditor} = useTexts();
	if (error instanceof DOMException) {
		return <Notice title={auditor.evidence.noCrypto} hint={auditor.evidence.noCryptoHint} />;
	}
	return <Refusal error={error} />;
}

/** An entry, from its own text up to the signature. */
function EntryCheck() {
	const {auditor} = useTexts();
	const [book, setBook] = useState('');
	const [entry, setEntry] = useState('');
	const checking = useMutation({
		mutationFn: async (asked: {book: string; entry: string}) => checkEntry(asked.book, asked.entry),
	});
	return (
		<Card
			withBorder
			component="form"
			onSubmit={(event) => {
				event.preventDefault();
				checking.mutate({book, entry});
			}}
		>
			<Title order={2} size="h4" mb="sm">
				{auditor.evidence.proveEntry}
			</Title>
			<Group align="flex-end">
				<BookSelect value={book} onValue={setBook} />
				<TextInput
					label={auditor.evidence.entryNumber}
					inputMode="numeric"
					value={entry}
					onChange={({currentTarget}) => {
						setEntry(currentTarget.value.trim());
					}}
				/>
				<Button type="submit" loading={checking.isPending} disabled={book === '' || entry === ''}>
					{auditor.evidence.prove}
				</Button>
			</Group>
			<CheckFailure error={checking.error} />
			{checking.data ? (
				<>
					<Outcomes checks={checking.data[1]} />
					<Text size="sm" mt="sm">
						{auditor.evidence.entryText}
					</Text>
					<Code block style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
						{checking.data[0].entry.canonical}
					</Code>
				</>
			) : null}
		</Card>
	);
}
