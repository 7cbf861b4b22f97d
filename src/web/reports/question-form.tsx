import {Button, Card, Collapse, Group, SimpleGrid} from '@mantine/core';
import {useState} from 'react';
import {findingsOf} from '../api/problem.ts';
import {useTexts} from '../language.ts';
import type {Catalogued} from './ask.ts';
import {QuestionField, questionLabel} from './question-field.tsx';

export type Question = Readonly<Record<string, string>>;

export type QuestionFormProps = {
	readonly report: Catalogued;
	readonly question: Question;
	readonly error: Error | null;
	readonly onAsk: (question: Question) => void;
};

/** What everybody asks; the rest is shown to who wants it. */
const first = new Set([
	...['book', 'region', 'allocation', 'from', 'to', 'asOf', 'knownAt', 'since', 'level', 'year'],
	...['months', 'account'],
]);
/** How pages go on is not asked of people. */
const hidden = new Set(['cursor', 'limit']);

/** The question of a report as a form, made of what the service says it may be asked. */
export function QuestionForm({report, question, error, onAsk}: QuestionFormProps) {
	const texts = useTexts();
	const [typed, setTyped] = useState<Readonly<Record<string, string | undefined>>>(question);
	const asked = report.question.filter(({name}) => !hidden.has(name));
	const [main, others] = [
		asked.filter(({name, isRequired}) => first.has(name) || isRequired),
		asked.filter(({name, isRequired}) => !first.has(name) && !isRequired),
	];
	const [isOpen, setOpen] = useState(others.some(({name}) => question[name] !== undefined));
	const isReady = main.every(({name, isRequired}) => !isRequired || (typed[name] ?? '') !== '');
	const isRead = Object.keys(typed).every((name) => typed[name] !== undefined);
	const field = (parameter: Catalogued['question'][number]) => (
		<QuestionField
			key={parameter.name}
			parameter={parameter}
			report={report.name}
			value={parameter.name in typed ? typed[parameter.name] : ''}
			error={findingsOf(error, parameter.name, questionLabel(parameter.name, texts))}
			onValue={(value) => {
				setTyped((before) => ({...before, [parameter.name]: value}));
			}}
		/>
	);
	return (
		<Card
			withBorder
			mb="md"
			className="no-print"
			component="form"
			onSubmit={(event) => {
				event.preventDefault();
				const filled = Object.entries(typed).filter(([, value]) => (value ?? '') !== '');
				onAsk(Object.fromEntries(filled.map(([name, value]) => [name, value!])));
			}}
		>
			<SimpleGrid cols={{base: 1, sm: 2, lg: 4}} spacing="sm" style={{alignItems: 'end'}}>
				{main.map((parameter) => field(parameter))}
			</SimpleGrid>
			{others.length > 0 ? (
				<Collapse expanded={isOpen}>
					<SimpleGrid
						cols={{base: 1, sm: 2, lg: 4}}
						spacing="sm"
						style={{alignItems: 'end'}}
						mt="sm"
					>
						{others.map((parameter) => field(parameter))}
					</SimpleGrid>
				</Collapse>
			) : null}
			<Group mt="md" justify="space-between">
				<Button type="submit" disabled={!isReady || !isRead}>
					{texts.reports.ask}
				</Button>
				{others.length > 0 ? (
					<Button
						variant="subtle"
						c="var(--mantine-color-anchor)"
						aria-expanded={isOpen}
						onClick={() => {
							setOpen(!isOpen);
						}}
					>
						{texts.reports.more}
					</Button>
				) : null}
			</Group>
		</Card>
	);
}
