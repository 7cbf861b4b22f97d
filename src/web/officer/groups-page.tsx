import {Badge, Button, Card, Group, Text} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {Link} from 'wouter';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import {allItems, pageLimit} from '../api/pages.ts';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useCooperative} from './cooperative.tsx';
import {groupsKey} from './groups.ts';

/** The groups of the cooperative, each leading to its sheet. */
export function GroupsPage() {
	const {officer, counter} = useTexts();
	const me = useMe();
	const {code} = useCooperative();
	const query = useQuery({
		queryKey: [...groupsKey, 'of', code],
		queryFn: async () =>
			allItems(async (cursor) => {
				const paging = {limit: pageLimit, ...(cursor ? {cursor} : {})};
				return answerOf(api.GET('/v1/groups', {params: {query: {cooperative: code, ...paging}}}));
			}),
	});
	return (
		<>
			<PageHead title={officer.groups.title}>
				{may(me, 'group:write') ? (
					<Button component={Link} href="/petugas/kelompok/baru" variant="default">
						{counter.groups.new}
					</Button>
				) : null}
			</PageHead>
			<Answer of={query} rows={4} rowHeight={80}>
				{(groups) =>
					groups.length === 0 ? (
						<Notice title={officer.groups.none} hint={officer.groups.noneHint} />
					) : (
						groups.map((group) => (
							<Card key={group.id} withBorder padding="sm" mb="xs">
								<Link href={`/petugas/kelompok/${group.id}`} className="row-link">
									<Group justify="space-between">
										<Text fw={700} fz="lg">
											{group.name}
										</Text>
										{group.dissolvedOn === null ? null : (
											<Badge color="gray" variant="light" tt="none">
												{officer.groups.dissolved}
											</Badge>
										)}
									</Group>
									<Text c="dimmed" size="sm">
										{group.meetingPlace === null
											? String(group.number)
											: officer.groups.meets(group.meetingPlace)}
									</Text>
								</Link>
							</Card>
						))
					)
				}
			</Answer>
		</>
	);
}
