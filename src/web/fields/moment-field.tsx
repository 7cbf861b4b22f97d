import {TextInput, type TextInputProps} from '@mantine/core';

export type MomentFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
	/** As the service writes moments; empty where there is none. */
	readonly value: string;
	readonly onValue: (value: string) => void;
};

const two = (part: number): string => String(part).padStart(2, '0');

/** A moment as the field of the browser has it: by the clock of who looks, without its zone. */
function toLocal(moment: string): string {
	const time = new Date(moment);
	if (moment === '' || Number.isNaN(time.getTime())) return '';
	const date = [String(time.getFullYear()), two(time.getMonth() + 1), two(time.getDate())];
	const clock = [two(time.getHours()), two(time.getMinutes()), two(time.getSeconds())];
	return `${date.join('-')}T${clock.join(':')}`;
}

/** A moment, by the clock of who looks. */
export function MomentField({value, onValue, ...props}: MomentFieldProps) {
	return (
		<TextInput
			{...props}
			type="datetime-local"
			step={1}
			value={toLocal(value)}
			onChange={({currentTarget}) => {
				const text = currentTarget.value;
				const time = text === '' ? undefined : new Date(text);
				onValue(time === undefined || Number.isNaN(time.getTime()) ? '' : time.toISOString());
			}}
		/>
	);
}
