import {Anchor, Card, Group, Title} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {useState} from 'react';
import {Link} from 'wouter';
import {may, useMe} from '../api/me.ts';
import {showCount, showMoment} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {BookSelect} from '../reports/book-select.tsx';
import {PartTitle} from '../reports/report-table.tsx';
import {useBase} from '../shell/base.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useDoor} from './door.ts';
import {listQuery} from './import.ts';
import type {Import} from './imported.ts';
import {StateBadge} from './state-badge.tsx';
import {UploadForm} from './upload-form.tsx';

/** What a cooperative brings in from tables: uploading, and all that was uploaded. */
export function ImportsPage() {
	const {imports} = useTexts();
	const [book, setBook] = useState('');
	return (
		<>
			<PageHead title={imports.title} hint={imports.hint} />
			<Group mb="md" className="no-print">
				<BookSelect value={book} onValue={setBook} isOfCooperatives />
			</Group>
			{book === '' ? null : <ImportsOf key={book} book={book} />}
		</>
	);
}

function ImportsOf({book}: {readonly book: string}) {
	const {imports} = useTexts();
	const me = useMe();
	const door = useDoor();
	const query = useQuery(listQuery(door, book));
	const mayUpload = may(me, door.permissions.upload);
	return (
		<>
			{mayUpload ? (
				<Card withBorder maw={720} className="no-print" component="section">
					<Title order={2} size="h4" mb="sm">
						{imports.begin}
					</Title>
					<UploadForm book={book} />
				</Card>
			) : null}
			<PartTitle>{imports.list}</PartTitle>
			<Answer of={query} rows={4} rowHeight={44}>
				{(all) =>
					all.length === 0 ? (
						<Notice
							title={imports.none}
							hint={mayUpload ? imports.noneHint : imports.noneToCheck}
						/>
					) : (
						<ImportTable all={all} />
					)
				}
			</Answer>
		</>
	);
}

function ImportTable({all}: {readonly all: readonly Import[]}) {
	const {imports} = useTexts();
	const language = useLanguage();
	const base = useBase();
	const {page} = useDoor();
	const columns: Column<Import>[] = [
		{
			key: 'file',
			heading: imports.fileName,
			width: 190,
			cell: ({id, book, name}) => (
				<Anchor component={Link} href={`${base}/${page}/${book}/${id}`} inherit underline="always">
					{name}
				</Anchor>
			),
		},
		{key: 'kind', heading: imports.kind, width: 140, cell: ({kind}) => imports.kinds[kind]},
		{
			key: 'status',
			heading: imports.status,
			width: 190,
			cell: ({status}) => <StateBadge status={status} />,
		},
		{
			key: 'at',
			heading: imports.uploadedAt,
			width: 190,
			cell: ({uploadedAt}) => showMoment(uploadedAt, language),
		},
		{key: 'by', heading: imports.uploadedBy, width: 120, cell: ({uploadedBy}) => uploadedBy},
		{
			key: 'rows',
			heading: imports.rows,
			isFigure: true,
			width: 80,
			cell: ({rows}) => showCount(rows, language),
		},
		{
			key: 'findings',
			heading: imports.findingCount,
			isFigure: true,
			width: 90,
			cell: ({findings}) => showCount(findings, language),
		},
		{
			key: 'posted',
			heading: imports.rowsPosted,
			isFigure: true,
			width: 100,
			cell: ({rowsPosted}) => showCount(rowsPosted, language),
		},
	];
	return <DataTable label={imports.list} columns={columns} rows={all} keyOf={({id}) => id} />;
}
