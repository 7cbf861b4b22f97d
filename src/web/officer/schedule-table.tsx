import {Table} from '@mantine/core';
import {Amount} from '../fields/amount.tsx';
import {showShortDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';

export type ScheduleRow = {
	readonly number: number;
	readonly dueOn: string;
	readonly total: string;
	readonly after: string;
};

export type ScheduleTableProps = {
	readonly label: string;
	readonly rows: readonly ScheduleRow[];
	/** What is left after each instalment. */
	readonly afterLabel: string;
};

/** Instalments by their days. */
export function ScheduleTable({label, rows, afterLabel}: ScheduleTableProps) {
	const {officer} = useTexts();
	const language = useLanguage();
	return (
		<Table aria-label={label} verticalSpacing={6} horizontalSpacing={6} striped>
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{officer.application.number}</Table.Th>
					<Table.Th>{officer.application.dueOn}</Table.Th>
					<Table.Th ta="right">{officer.application.each}</Table.Th>
					<Table.Th ta="right" visibleFrom="xs">
						{afterLabel}
					</Table.Th>
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{rows.map(({number, dueOn, total, after}) => (
					<Table.Tr key={number}>
						<Table.Td>{number}</Table.Td>
						<Table.Td style={{whiteSpace: 'nowrap'}}>{showShortDate(dueOn, language)}</Table.Td>
						<Table.Td ta="right">
							<Amount of={total} />
						</Table.Td>
						<Table.Td ta="right" visibleFrom="xs">
							<Amount of={after} />
						</Table.Td>
					</Table.Tr>
				))}
			</Table.Tbody>
		</Table>
	);
}
