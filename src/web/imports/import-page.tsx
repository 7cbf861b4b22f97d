import {Alert, Card, Group, Progress, Stack, Text} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {showCount, showDate, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {showFigure} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {Decision} from './decision.tsx';
import {useDoor} from './door.ts';
import {Findings} from './findings.tsx';
import {importQuery, importsKey, isBusy} from './import.ts';
import type {Import} from './imported.ts';
import {PreviewOf} from './preview.tsx';
import {StateBadge} from './state-badge.tsx';
import {Undoing} from './undoing.tsx';

export type ImportPageProps = {readonly book: string; readonly id: string};

/** One import from its upload to its end: what was found, what would be posted, who decided. */
export function ImportPage({book, id}: ImportPageProps) {
	const {imports} = useTexts();
	const language = useLanguage();
	const client = useQueryClient();
	const query = useQuery(importQuery(useDoor(), book, id));
	const reload = (): void => {
		void client.invalidateQueries({queryKey: importsKey});
	};
	return (
		<Answer of={query} rows={4}>
			{(one) => (
				<>
					<PageHead
						title={imports.kinds[one.kind]}
						hint={imports.about(one.name, one.uploadedBy, showMoment(one.uploadedAt, language))}
					>
						<StateBadge status={one.status} />
					</PageHead>
					<Stack gap="md">
						<Working one={one} />
						<Outcome one={one} />
						<Controls one={one} />
						{one.findings > 0 ? <Findings one={one} /> : null}
						{one.preview ? <PreviewOf one={one} preview={one.preview} /> : null}
						<Decision one={one} onDone={reload} />
						<Undoing one={one} onDone={reload} />
					</Stack>
				</>
			)}
		</Answer>
	);
}

/** How far the service is with what it does by itself. */
function Working({one}: {readonly one: Import}) {
	const {imports} = useTexts();
	if (!isBusy(one)) return null;
	return (
		<Card withBorder>
			<Group justify="space-between" mb="xs">
				<Text fw={600}>{imports.statuses[one.status]}</Text>
				<Text role="status">{imports.progressOf(String(one.progress))}</Text>
			</Group>
			<Progress.Root size="lg">
				<Progress.Section value={one.progress} aria-label={imports.progress} />
			</Progress.Root>
			<Text size="sm" c="dimmed" mt="xs">
				{imports.leave}
			</Text>
		</Card>
	);
}

/** What became of it, and by whom. */
function Outcome({one}: {readonly one: Import}) {
	const {imports} = useTexts();
	const language = useLanguage();
	const {status, decidedBy, decidedAt, reason, stoppedAt, undo, rowsPosted} = one;
	const decided = decidedAt === null ? '' : showMoment(decidedAt, language);
	return (
		<>
			{status === 'rejected' && decidedBy !== null ? (
				<Alert color="gray" title={imports.rejectedBy(decidedBy, decided)}>
					{reason}
				</Alert>
			) : null}
			{stoppedAt === null ? null : (
				<Alert color="red" title={imports.stopped(stoppedAt.sheet, String(stoppedAt.row))}>
					<Text size="sm">{stoppedAt.message}</Text>
					<Text size="sm">{imports.stoppedHint}</Text>
				</Alert>
			)}
			{status === 'posted' && decidedBy !== null ? (
				<Alert color="teal" title={imports.postedRows(showCount(rowsPosted, language))}>
					{imports.decidedBy(decidedBy, decided)}
				</Alert>
			) : null}
			{status === 'undone' && undo !== null ? (
				<Alert color="gray" title={imports.undoneBy(undo.by, showDate(undo.effectiveOn, language))}>
					{[undo.document, undo.reason].join(' · ')}
				</Alert>
			) : null}
			{one.forgottenAt === null ? null : <Text c="dimmed">{imports.forgotten}</Text>}
		</>
	);
}

/** What was typed from the old books. */
function Controls({one: {opening}}: {readonly one: Import}) {
	const {imports} = useTexts();
	const language = useLanguage();
	if (opening === null) return null;
	const {cutOffOn, document, controls} = opening;
	return (
		<Card withBorder component="section">
			<Text fw={600} mb="xs">
				{imports.controls}
			</Text>
			<dl className="facts">
				<Fact name={imports.cutOff} value={showDate(cutOffOn, language)} />
				<Fact name={imports.document} value={document} />
				<Fact name={imports.debit} value={showFigure(controls.debit, language)} />
				<Fact name={imports.credit} value={showFigure(controls.credit, language)} />
				<Fact name={imports.loansPrincipal} value={showFigure(controls.loansPrincipal, language)} />
			</dl>
		</Card>
	);
}

function Fact({name, value}: {readonly name: string; readonly value: string}) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}
