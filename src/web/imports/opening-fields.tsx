import {Fieldset, SimpleGrid, TextInput} from '@mantine/core';
import {findingsOf} from '../api/problem.ts';
import {DateField, RupiahField} from '../fields/typed-field.tsx';
import {useTexts} from '../language.ts';

/** As typed: undefined where it cannot be read. */
export type Opening = {
	readonly cutOffOn: string | undefined;
	readonly document: string;
	readonly controls: Readonly<Record<Control, string | undefined>>;
};

export type WholeOpening = {
	readonly cutOffOn: string;
	readonly document: string;
	readonly controls: Readonly<Record<Control, string>>;
};

const controls = ['debit', 'credit', 'loansPrincipal'] as const;
type Control = (typeof controls)[number];

export const noOpening: Opening = {
	cutOffOn: '',
	document: '',
	controls: {debit: '', credit: '', loansPrincipal: ''},
};

/** Whether all that opening balances need was typed and can be read. */
export const isWholeOpening = (opening: Opening): opening is WholeOpening =>
	[opening.cutOffOn, opening.document, ...controls.map((name) => opening.controls[name])].every(
		(value) => value !== undefined && value !== '',
	);

export type OpeningFieldsProps = {
	readonly opening: Opening;
	readonly error: Error | null;
	readonly onOpening: (opening: Opening) => void;
};

/** What is typed from the old books, against which the file is held. */
export function OpeningFields({opening, error, onOpening}: OpeningFieldsProps) {
	const {imports} = useTexts();
	return (
		<Fieldset legend={imports.opening}>
			<SimpleGrid cols={{base: 1, sm: 2}} spacing="sm">
				<DateField
					label={imports.cutOff}
					value={opening.cutOffOn}
					error={findingsOf(error, 'opening.cutOffOn', imports.cutOff)}
					onValue={(cutOffOn) => {
						onOpening({...opening, cutOffOn});
					}}
				/>
				<TextInput
					label={imports.document}
					autoComplete="off"
					value={opening.document}
					error={findingsOf(error, 'opening.document', imports.document)}
					onChange={({currentTarget}) => {
						onOpening({...opening, document: currentTarget.value});
					}}
				/>
				{controls.map((name) => (
					<RupiahField
						key={name}
						label={imports[name]}
						value={opening.controls[name]}
						error={findingsOf(error, `opening.controls.${name}`, imports[name])}
						onValue={(value) => {
							onOpening({...opening, controls: {...opening.controls, [name]: value}});
						}}
					/>
				))}
			</SimpleGrid>
		</Fieldset>
	);
}
