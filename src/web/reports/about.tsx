import {Alert, Card, Code, List} from '@mantine/core';
import {type JsonObject, isObject, listOf, textOf} from '../api/json.ts';
import {showDate, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {PartTitle} from './report-table.tsx';
import {wordOf} from './words.ts';

const text = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

/** What a report says of itself: of when it is, as known when, on what it stands. */
export function ReportAbout({body, source}: {readonly body: JsonObject; readonly source: string}) {
	const texts = useTexts();
	const language = useLanguage();
	const {reports} = texts;
	const meta = isObject(body.meta) ? body.meta : {};
	const moment = (value: unknown): string | undefined =>
		typeof value === 'string' ? showMoment(value, language) : undefined;
	const day = (value: unknown): string | undefined =>
		typeof value === 'string' ? showDate(value, language) : undefined;
	const facts: readonly (readonly [string, string | undefined])[] = [
		[reports.from, day(meta.from)],
		[reports.asOf, day(meta.asOf)],
		[reports.knownAt, moment(meta.knownAt)],
		[reports.askedBy, text(meta.askedBy)],
		[reports.source, language === 'en' ? source : undefined],
		[reports.checkpoint, checkpointOf(meta) ?? reports.noCheckpoint],
	];
	const policies = listOf(meta.policies).filter((one) => isObject(one));
	return (
		<Card withBorder mt="lg">
			<Notes notes={listOf(meta.notes)} />
			<PartTitle>{reports.about}</PartTitle>
			<dl className="facts">
				{facts
					.filter(([, value]) => value !== undefined)
					.map(([label, value]) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{value}</dd>
						</div>
					))}
				{typeof meta.digest === 'string' ? (
					<div>
						<dt>{reports.digest}</dt>
						<dd>
							<Code style={{overflowWrap: 'anywhere'}}>{meta.digest}</Code>
						</dd>
					</div>
				) : null}
			</dl>
			{policies.length > 0 ? (
				<>
					<PartTitle>{reports.policies}</PartTitle>
					<List size="sm">
						{policies.map(({code, version, legalBasis, status}) => (
							<List.Item key={`${textOf(code)} ${textOf(version)}`}>
								{[textOf(code), textOf(version), textOf(legalBasis), wordOf(textOf(status), texts)]
									.filter((part) => part !== '')
									.join(' · ')}
							</List.Item>
						))}
					</List>
				</>
			) : null}
		</Card>
	);
}

function checkpointOf({checkpoint}: JsonObject): string | undefined {
	if (!isObject(checkpoint)) return undefined;
	return `${textOf(checkpoint.sequence)} · ${textOf(checkpoint.logRoot).slice(0, 16)}…`;
}

/** What must not be overlooked. */
function Notes({notes}: {readonly notes: readonly unknown[]}) {
	const language = useLanguage();
	const said = notes.filter((note) => isObject(note));
	return said.map(({code, id, en}) => (
		<Alert key={textOf(code)} color="yellow" mb="xs">
			{textOf(language === 'id' ? id : en)}
		</Alert>
	));
}
