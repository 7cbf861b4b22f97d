import {Button} from '@mantine/core';
import {Link, useLocation} from 'wouter';
import {may, useMe} from '../api/me.ts';
import {useTexts} from '../language.ts';
import {useBase} from '../shell/base.ts';
import {PageHead} from '../states/page-head.tsx';
import {MemberSearch} from './member-search.tsx';

/** Finding a member: the one field, and who fits. */
export function MembersPage() {
	const {officer, counter} = useTexts();
	const me = useMe();
	const base = useBase();
	const [, go] = useLocation();
	return (
		<>
			<PageHead title={officer.members.title}>
				{may(me, 'member:write') ? (
					<Button component={Link} href="/petugas/anggota/baru" variant="default">
						{counter.register.link}
					</Button>
				) : null}
			</PageHead>
			<MemberSearch
				autoFocus
				onChoose={({id}) => {
					go(`${base}/anggota/${id}`);
				}}
			/>
		</>
	);
}
