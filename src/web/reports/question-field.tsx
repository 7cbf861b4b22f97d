import {NativeSelect, TextInput} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {pageLimit} from '../api/pages.ts';
import {MomentField} from '../fields/moment-field.tsx';
import {DateField} from '../fields/typed-field.tsx';
import {useLanguage, useTexts} from '../language.ts';
import type {Texts} from '../texts/id.ts';
import {type Catalogued, useAllocations, useBooks} from './ask.ts';
import {wordOf} from './words.ts';

type Parameter = Catalogued['question'][number];

export type QuestionFieldProps = {
	readonly parameter: Parameter;
	/** The name of the report, for what a parameter of it may be. */
	readonly report: string;
	readonly value: string | undefined;
	readonly error: string | undefined;
	readonly onValue: (value: string | undefined) => void;
};

/** What the parameters may be that are one of a few words. */
const choices: Readonly<Record<string, readonly string[]>> = {
	level: ['village', 'district', 'regency', 'province'],
	side: ['debit', 'credit'],
	method: ['direct', 'indirect'],
	'by collections': ['loan', 'fund'],
	'by ageing': ['fund', 'kelurahan'],
};

const days = new Set(['asOf', 'from', 'to', 'until']);
const moments = new Set(['knownAt', 'since']);

/** What a parameter is called. */
export function questionLabel(name: string, {reports}: Texts): string {
	const {other, ...labels} = reports.questions;
	return Object.hasOwn(labels, name) ? labels[name as keyof typeof labels] : other(name);
}

/** A field for one parameter of a report's question, after its kind. */
export function QuestionField(props: QuestionFieldProps) {
	const texts = useTexts();
	const {parameter, report, value, error, onValue} = props;
	const {name, isRequired} = parameter;
	const hints: Readonly<Record<string, string>> = texts.reports.askHints;
	const common = {
		label: questionLabel(name, texts),
		error,
		required: isRequired,
		withAsterisk: isRequired,
		...(hints[name] === undefined || isRequired ? {} : {description: hints[name]}),
	};
	if (days.has(name)) return <DateField {...common} value={value ?? ''} onValue={onValue} />;
	if (moments.has(name)) return <MomentField {...common} value={value ?? ''} onValue={onValue} />;
	if (name === 'book') return <BookChoice {...props} />;
	if (name === 'region' || name === 'kelurahan') return <RegionChoice {...props} />;
	if (name === 'programme') return <ProgrammeChoice {...props} />;
	if (name === 'allocation') return <AllocationChoice {...props} />;
	const words = choices[`${name} ${report}`] ?? choices[name];
	if (words) {
		const data = words.map((word) => ({value: word, label: wordOf(word, texts)}));
		return <Choice {...props} data={data} />;
	}
	return (
		<TextInput
			{...common}
			value={value ?? ''}
			onChange={({currentTarget}) => {
				onValue(currentTarget.value.trim());
			}}
		/>
	);
}

type Option = {readonly value: string; readonly label: string};

function Choice({parameter, value, error, onValue, data}: QuestionFieldProps & {data: Option[]}) {
	const texts = useTexts();
	const none = {value: '', label: parameter.isRequired ? '—' : texts.reports.anyBook};
	return (
		<NativeSelect
			label={questionLabel(parameter.name, texts)}
			withAsterisk={parameter.isRequired}
			error={error}
			data={[none, ...data]}
			value={value ?? ''}
			onChange={({currentTarget}) => {
				onValue(currentTarget.value);
			}}
		/>
	);
}

function BookChoice(props: QuestionFieldProps) {
	const {data = []} = useBooks();
	return <Choice {...props} data={data.map(({code, name}) => ({value: code, label: name}))} />;
}

function ProgrammeChoice(props: QuestionFieldProps) {
	const {data = []} = useQuery({
		queryKey: ['programmes'],
		queryFn: async () => (await answerOf(api.GET('/v1/programmes'))).items,
		staleTime: 600_000,
	});
	return <Choice {...props} data={data.map(({code, name}) => ({value: code, label: name}))} />;
}

function AllocationChoice(props: QuestionFieldProps) {
	const {data = []} = useAllocations();
	const options = data.map(({id, agreementNumber, kelurahan}) => ({
		value: id,
		label: `${agreementNumber} · ${kelurahan}`,
	}));
	return <Choice {...props} data={options} />;
}

/** The kelurahan in which there are cooperatives, and what they lie in. */
function RegionChoice(props: QuestionFieldProps) {
	const language = useLanguage();
	const {data = []} = useQuery({
		queryKey: ['regions-of-cooperatives'],
		queryFn: async () => {
			const {items} = await answerOf(
				api.GET('/v1/cooperatives', {params: {query: {limit: pageLimit}}}),
			);
			return items.map(({kelurahan, name}) => ({kelurahan, name}));
		},
		staleTime: 600_000,
	});
	const above = (length: number): string[] => [
		...new Set(data.map(({kelurahan}) => kelurahan.slice(0, length))),
	];
	const wider = props.parameter.name === 'region' ? [...above(5), ...above(8)] : [];
	const options = [
		...wider.map((value) => ({value, label: value})),
		...data.map(({kelurahan, name}) => ({value: kelurahan, label: `${kelurahan} · ${name}`})),
	].sort((a, b) => a.value.localeCompare(b.value, language));
	return <Choice {...props} data={options} />;
}
