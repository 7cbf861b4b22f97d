import {Alert, Button, Text} from '@mantine/core';
import {useMutation, useQuery} from '@tanstack/react-query';
import {may, useMe} from '../api/me.ts';
import {showCount} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {download} from '../reports/ask.ts';
import {PartTitle} from '../reports/report-table.tsx';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import {useDoor} from './door.ts';
import {findingsQuery} from './import.ts';
import type {Finding, Import} from './imported.ts';

/** All that is wrong with a file, row by row, and the copy in which it is put right. */
export function Findings({one}: {readonly one: Import}) {
	const {imports} = useTexts();
	const language = useLanguage();
	const me = useMe();
	const door = useDoor();
	const {book, id, kind, findings} = one;
	const query = useQuery(findingsQuery(door, book, id));
	const making = useMutation({
		mutationFn: async () =>
			download(`${door.list.replace('{book}', book)}/${id}/copy`, `impor-${kind}-${id}.xlsx`),
	});
	return (
		<section>
			<Alert color="red" title={imports.faulty(showCount(findings, language))}>
				<Text size="sm">{imports.faultyHint}</Text>
				<Refusal error={making.error} />
				{may(me, door.permissions.upload) && one.forgottenAt === null ? (
					<Button
						mt="sm"
						className="no-print"
						loading={making.isPending}
						onClick={() => {
							making.mutate();
						}}
					>
						{imports.copy}
					</Button>
				) : null}
			</Alert>
			<PartTitle>{imports.findings}</PartTitle>
			<Answer of={query} rows={6} rowHeight={44}>
				{(all) => <FindingTable all={all} />}
			</Answer>
		</section>
	);
}

function FindingTable({all}: {readonly all: readonly Finding[]}) {
	const {imports} = useTexts();
	const language = useLanguage();
	const columns: Column<Finding>[] = [
		{
			key: 'sheet',
			heading: imports.sheet,
			width: 120,
			cell: ({sheet}) => (sheet === '' ? imports.wholeFile : sheet),
		},
		{
			key: 'row',
			heading: imports.row,
			isFigure: true,
			width: 80,
			cell: ({row}) => (row === 0 ? '—' : showCount(row, language)),
		},
		{
			key: 'column',
			heading: imports.column,
			width: 140,
			cell: ({column}) => (column === '' ? '—' : column),
		},
		{
			key: 'value',
			heading: imports.value,
			width: 160,
			cell: ({value}) => (value === '' ? '—' : value),
		},
		{key: 'message', heading: imports.message, width: 420, cell: ({message}) => message},
	];
	return (
		<DataTable
			label={imports.findings}
			columns={columns}
			rows={all}
			keyOf={(_, index) => String(index)}
		/>
	);
}
