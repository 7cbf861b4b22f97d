import {Button} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {dueKey} from './due.ts';
import {groupQuery} from './groups.ts';
import {SheetForm} from './sheet-form.tsx';

/** The sheet of a group's meeting: what each member owes today, and what each has paid. */
export function SheetPage({group}: {readonly group: string}) {
	const {officer, counter} = useTexts();
	const language = useLanguage();
	const name = useQuery(groupQuery(group));
	const query = useQuery({
		queryKey: [...dueKey, 'sheet', group],
		// What is being filled in is not changed under one's hands.
		refetchOnWindowFocus: false,
		queryFn: async () =>
			answerOf(api.GET('/v1/groups/{id}/collection-sheet', {params: {path: {id: group}}})),
	});
	return (
		<>
			<PageHead
				title={name.data?.name ?? officer.groups.sheet}
				hint={query.data ? `${officer.groups.sheet} · ${showDate(query.data.on, language)}` : '…'}
			>
				<Button component={Link} href={`/petugas/kelompok/${group}/anggota`} variant="default">
					{counter.groups.members}
				</Button>
			</PageHead>
			<Answer of={query} rows={5} rowHeight={110}>
				{(sheet) =>
					sheet.rows.length === 0 ? (
						<Notice title={officer.groups.sheetEmpty} />
					) : (
						<SheetForm key={`${sheet.on} ${sheet.totals.total}`} sheet={sheet} />
					)
				}
			</Answer>
		</>
	);
}
