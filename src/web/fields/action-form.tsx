import {
	Alert,
	Button,
	NativeSelect,
	PasswordInput,
	Stack,
	Text,
	TextInput,
	Textarea,
} from '@mantine/core';
import {type ReactNode, type SyntheticEvent, useState} from 'react';
import {isWaiting} from '../api/client.ts';
import {findingsOf} from '../api/problem.ts';
import {useWrite} from '../api/write.ts';
import {useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {DateField, RupiahField} from './typed-field.tsx';

export type FormField = {
	/** Its name in what is sent. */
	readonly name: string;
	readonly label: string;
	readonly kind:
		'text' | 'long' | 'amount' | 'date' | 'choice' | 'code' | 'password' | 'new-password';
	readonly options?: readonly {readonly value: string; readonly label: string}[];
	readonly isOptional?: boolean;
	readonly initial?: string;
	readonly hint?: string;
	/** Whether it is of digits alone: a phone shows them. */
	readonly isDigits?: boolean;
};

/** What was typed, by the names of the fields; what was left empty is not among it. */
export type Values = Readonly<Record<string, string>>;

export type ActionFormProps = {
	readonly fields: readonly FormField[];
	readonly submit: string;
	/** What is said when it was done. */
	readonly done: string;
	readonly send: (values: Values, key: string) => Promise<object>;
	readonly onDone?: (answer: object) => void;
	readonly isGrave?: boolean;
	/** What stands between the fields and the button, such as what it would come to. */
	readonly above?: (values: Values) => ReactNode;
};

/** A few fields and a button: what is sent is sent once, what is refused is said beside them. */
export function ActionForm(props: ActionFormProps) {
	const {fields, submit, done, send, onDone, isGrave = false, above} = props;
	const unfilled = (): Readonly<Record<string, string | undefined>> =>
		Object.fromEntries(fields.map(({name, initial = ''}) => [name, initial]));
	const [typed, setTyped] = useState(unfilled);
	const write = useWrite(send, (answer) => {
		setTyped(unfilled());
		onDone?.(answer);
	});
	const isWhole = fields.every(({name, isOptional = false}) => {
		const value = typed[name];
		return value !== undefined && (isOptional || value !== '');
	});
	return (
		<Stack
			component="form"
			gap="sm"
			className="no-print"
			onSubmit={(event: SyntheticEvent) => {
				event.preventDefault();
				write.send(filledOf(typed));
			}}
		>
			<Refusal error={write.error} fields={fields.map(({name}) => name)} />
			{fields.map((field) => (
				<OneField
					key={field.name}
					field={field}
					value={typed[field.name]}
					error={findingsOf(write.error, field.name, field.label)}
					onValue={(value) => {
						setTyped((before) => ({...before, [field.name]: value}));
					}}
				/>
			))}
			{above?.(filledOf(typed))}
			<Button
				type="submit"
				loading={write.isSending}
				disabled={!isWhole}
				style={{alignSelf: 'flex-start'}}
				{...(isGrave ? {color: 'red.9'} : {})}
			>
				{submit}
			</Button>
			<Outcome answer={write.answer} done={done} />
		</Stack>
	);
}

/** What was typed and can be read. */
function filledOf(typed: Readonly<Record<string, string | undefined>>): Values {
	const filled = Object.entries(typed).filter(([, value]) => (value ?? '') !== '');
	return Object.fromEntries(filled.map(([name, value]) => [name, value ?? '']));
}

/** That it was done, or that it waits for a second person: then nothing is posted yet. */
export function Outcome({answer, done}: {answer: object | undefined; done: string}) {
	const {states} = useTexts();
	if (answer === undefined) return null;
	if (isWaiting(answer)) {
		return (
			<Alert color="yellow" role="status" title={states.waiting}>
				{states.waitingHint}
			</Alert>
		);
	}
	return (
		<Alert color="teal" role="status">
			<Text>{done}</Text>
		</Alert>
	);
}

type OneFieldProps = {
	readonly field: FormField;
	readonly value: string | undefined;
	readonly error: string | undefined;
	readonly onValue: (value: string | undefined) => void;
};

function OneField({field, value, error, onValue}: OneFieldProps) {
	const {signIn} = useTexts();
	const {label, kind, isOptional = false, hint, options = []} = field;
	const common = {
		label,
		error,
		withAsterisk: !isOptional,
		...(hint === undefined ? {} : {description: hint}),
	};
	if (kind === 'amount') return <RupiahField {...common} value={value} onValue={onValue} />;
	if (kind === 'date') return <DateField {...common} value={value} onValue={onValue} />;
	const plain = {
		...common,
		value: value ?? '',
		onChange: ({currentTarget}: {currentTarget: {value: string}}) => {
			onValue(currentTarget.value);
		},
	};
	if (kind === 'long') return <Textarea {...plain} autosize minRows={2} size="md" />;
	if (kind === 'choice') {
		return <NativeSelect {...plain} data={[{value: '', label: '—'}, ...options]} />;
	}
	if (kind === 'password' || kind === 'new-password') {
		return (
			<PasswordInput
				{...plain}
				autoComplete={kind === 'password' ? 'current-password' : 'new-password'}
				visibilityToggleButtonProps={{'aria-label': signIn.reveal}}
			/>
		);
	}
	if (kind === 'code') {
		return <TextInput {...plain} inputMode="numeric" autoComplete="one-time-code" />;
	}
	const {isDigits = false} = field;
	return <TextInput {...plain} autoComplete="off" inputMode={isDigits ? 'numeric' : 'text'} />;
}
