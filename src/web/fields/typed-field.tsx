import {TextInput, type TextInputProps} from '@mantine/core';
import {useState} from 'react';
import {readDate, readRupiah, showDate, showPlain} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';

export type TypedFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
	/** As the service writes it; empty where nothing was typed, undefined where it is not read. */
	readonly value: string | undefined;
	readonly onValue: (value: string | undefined) => void;
	readonly error?: string | undefined;
};

type Kind = {
	readonly read: (typed: string) => string | undefined;
	readonly show: (value: string) => string;
	readonly unread: string;
};

/** A field in which people type as they write, and see how it was understood when they leave it. */
function TypedField({value, onValue, error, kind, ...props}: TypedFieldProps & {kind: Kind}) {
	const [typed, setTyped] = useState<string | undefined>(undefined);
	const settled = value === undefined || value === '' ? '' : kind.show(value);
	const isUnread = value === undefined && typed === undefined;
	const [last, setLast] = useState('');
	return (
		<TextInput
			autoComplete="off"
			{...props}
			value={typed ?? (value === undefined ? last : settled)}
			error={error ?? (isUnread ? kind.unread : undefined)}
			onChange={({currentTarget}) => {
				const text = currentTarget.value;
				setTyped(text);
				setLast(text);
				onValue(text.trim() === '' ? '' : kind.read(text));
			}}
			onBlur={(event) => {
				setTyped(undefined);
				props.onBlur?.(event);
			}}
		/>
	);
}

/** An amount of rupiah: `1250000`, `1.250.000` and `1,25 jt` are the same. */
export function RupiahField(props: TypedFieldProps) {
	const {fields} = useTexts();
	return (
		<TypedField
			label={fields.amount}
			inputMode="decimal"
			leftSection="Rp"
			leftSectionWidth={44}
			{...props}
			kind={{read: readRupiah, show: (value) => showPlain(value), unread: fields.amountUnread}}
		/>
	);
}

/** A day: `24/11/2026`, `24112026` and `24 November 2026` are the same. */
export function DateField(props: TypedFieldProps) {
	const {fields} = useTexts();
	const language = useLanguage();
	return (
		<TypedField
			label={fields.date}
			{...props}
			kind={{
				read: readDate,
				show: (value) => showDate(value, language),
				unread: fields.dateUnread,
			}}
		/>
	);
}
