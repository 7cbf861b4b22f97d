import {Badge, Card, Group, List, SimpleGrid, Text, Timeline, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import type {operations} from '../api/schema.d.ts';
import {ActionForm} from '../fields/action-form.tsx';
import {showDate, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Behind} from '../reports/behind.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {wordOf} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {severityColours} from './finding-table.tsx';

type Finding = operations['get-v1-findings-id']['responses'][200]['content']['application/json'];
type Evidence = Finding['evidence'][number];

/** One finding: what it says, what shows it, every step, and what one may do about it. */
export function FindingPage({id}: {readonly id: string}) {
	const texts = useTexts();
	const language = useLanguage();
	const words = texts.findings;
	const query = useQuery({
		queryKey: ['finding', id],
		queryFn: async () => answerOf(api.GET('/v1/findings/{id}', {params: {path: {id}}})),
	});
	return (
		<Answer of={query} rows={4}>
			{(finding) => (
				<>
					<PageHead title={words.number(String(finding.number))} hint={finding.bookName} />
					<Card withBorder>
						<Group mb="xs">
							<Badge size="lg" tt="none" variant="light" color={severityColours[finding.severity]}>
								{wordOf(finding.severity, texts)}
							</Badge>
							<Badge size="lg" tt="none" variant="default">
								{wordOf(finding.state, texts)}
							</Badge>
						</Group>
						<Text fz="lg" fw={600} mb="sm">
							{finding.sentence[language]}
						</Text>
						<dl className="facts">
							<Fact label={words.dueOn}>{showDate(finding.dueOn, language)}</Fact>
							<Fact label={words.level}>{wordOf(finding.level, texts)}</Fact>
							<Fact label={words.owner}>{finding.owner ?? words.noOwner}</Fact>
							<Fact label={words.raised}>
								{`${finding.raisedBy}, ${showMoment(finding.raisedAt, language)}`}
							</Fact>
							<Fact label={words.source}>{finding.source}</Fact>
						</dl>
					</Card>
					<PartTitle>{words.evidence}</PartTitle>
					<EvidenceList evidence={finding.evidence} book={finding.book} />
					<PartTitle>{words.steps}</PartTitle>
					<Steps finding={finding} />
					<Actions finding={finding} />
				</>
			)}
		</Answer>
	);
}

function Fact({label, children}: {readonly label: string; readonly children: string}) {
	return (
		<div>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function EvidenceList({evidence, book}: {evidence: readonly Evidence[]; book: string}) {
	const {findings} = useTexts();
	if (evidence.length === 0) return <Text c="dimmed">{findings.noEvidence}</Text>;
	return (
		<List>
			{evidence.map((one, index) => {
				const what = one.document ?? one.user ?? one.loan ?? one.member ?? one.attachment ?? '';
				const number = one.number === undefined ? what : String(one.number);
				const to =
					one.kind === 'entry' ? `/v1/books/${one.book ?? book}/entries/${number}` : undefined;
				return (
					<List.Item key={`${one.kind} ${String(index)}`}>
						{findings.evidenceKinds[one.kind]} <Behind to={to}>{number}</Behind>
					</List.Item>
				);
			})}
		</List>
	);
}

function Steps({finding}: {readonly finding: Finding}) {
	const {findings} = useTexts();
	const language = useLanguage();
	return (
		<Timeline active={finding.events.length} bulletSize={16} lineWidth={2}>
			{finding.events.map(({number, kind, recordedAt, recordedBy, note}) => (
				<Timeline.Item key={number} title={findings.stepKinds[kind]}>
					<Text size="sm" c="dimmed">
						{recordedBy}, {showMoment(recordedAt, language)}
					</Text>
					{note === null ? null : <Text size="sm">{note}</Text>}
				</Timeline.Item>
			))}
		</Timeline>
	);
}

/** What one may do about a finding in its state: whether it succeeds, the service says. */
function Actions({finding}: {readonly finding: Finding}) {
	const {findings} = useTexts();
	const me = useMe();
	const client = useQueryClient();
	const {id, state} = finding;
	const reload = (): void => {
		void client.invalidateQueries({queryKey: ['finding', id]});
		void client.invalidateQueries({queryKey: ['findings']});
	};
	const params = (key: string) => ({path: {id}, header: {'Idempotency-Key': key}});
	const note = {name: 'note', label: findings.note, kind: 'long'} as const;
	const canClose = may(me, 'finding:close') && state === 'closing-proposed';
	return (
		<SimpleGrid cols={{base: 1, md: 2}} mt="lg" className="no-print">
			{may(me, 'finding:work') && state !== 'closed' ? (
				<Card withBorder>
					<Title order={2} size="h4" mb="sm">
						{findings.addNote}
					</Title>
					<ActionForm
						fields={[note]}
						submit={findings.addNote}
						done={findings.noteAdded}
						send={async ({note: text = ''}, key) =>
							answerOf(
								api.POST('/v1/findings/{id}/notes', {params: params(key), body: {note: text}}),
							)
						}
						onDone={reload}
					/>
				</Card>
			) : null}
			{may(me, 'finding:assign') && state !== 'closed' ? (
				<Card withBorder>
					<Title order={2} size="h4" mb="sm">
						{findings.assign}
					</Title>
					<ActionForm
						fields={[{name: 'owner', label: findings.owner, kind: 'text'}]}
						submit={findings.assign}
						done={findings.assigned}
						send={async ({owner = ''}, key) =>
							answerOf(api.POST('/v1/findings/{id}/assign', {params: params(key), body: {owner}}))
						}
						onDone={reload}
					/>
				</Card>
			) : null}
			{canClose ? <Decision id={id} onDone={reload} /> : null}
		</SimpleGrid>
	);
}

/** Closing what its owner proposed to close, or saying that it is not cleared up. */
function Decision({id, onDone}: {readonly id: string; readonly onDone: () => void}) {
	const {findings} = useTexts();
	return (
		<Card withBorder>
			<Title order={2} size="h4" mb="sm">
				{findings.decide}
			</Title>
			<ActionForm
				fields={[
					{
						name: 'decision',
						label: findings.decision,
						kind: 'choice',
						options: [
							{value: 'confirm', label: findings.confirmClosing},
							{value: 'decline', label: findings.declineClosing},
						],
					},
					{name: 'note', label: findings.note, kind: 'long'},
				]}
				submit={findings.decide}
				done={findings.decided}
				send={async ({note: text = '', decision}, key) => {
					const asked = {
						params: {path: {id}, header: {'Idempotency-Key': key}},
						body: {note: text},
					};
					return decision === 'confirm'
						? answerOf(api.POST('/v1/findings/{id}/confirm-closing', asked))
						: answerOf(api.POST('/v1/findings/{id}/decline-closing', asked));
				}}
				onDone={onDone}
			/>
		</Card>
	);
}
