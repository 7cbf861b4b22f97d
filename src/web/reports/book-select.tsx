import {NativeSelect} from '@mantine/core';
import {useEffect} from 'react';
import {useTexts} from '../language.ts';
import {useBooks} from './ask.ts';

export type BookSelectProps = {
	readonly value: string;
	readonly onValue: (book: string) => void;
	/** Those of cooperatives alone. */
	readonly isOfCooperatives?: boolean;
};

/** One of the books within one's scope; the first where none was chosen. */
export function BookSelect({value, onValue, isOfCooperatives = false}: BookSelectProps) {
	const {reports} = useTexts();
	const {data = []} = useBooks();
	const books = data.filter(({kind}) => !isOfCooperatives || kind === 'cooperative');
	const first = books[0]?.code;
	useEffect(() => {
		if (value === '' && first !== undefined) onValue(first);
	}, [value, first, onValue]);
	return (
		<NativeSelect
			label={reports.questions.book}
			value={value}
			data={books.map(({code, name}) => ({value: code, label: name}))}
			onChange={({currentTarget}) => {
				onValue(currentTarget.value);
			}}
		/>
	);
}
