import {useLocation} from 'wouter';
import {useTexts} from '../language.ts';
import {PageHead} from '../states/page-head.tsx';
import {MemberSearch} from './member-search.tsx';

/** Finding a member: the one field, and who fits. */
export function MembersPage() {
	const {officer} = useTexts();
	const [, go] = useLocation();
	return (
		<>
			<PageHead title={officer.members.title} />
			<MemberSearch
				autoFocus
				onChoose={({id}) => {
					go(`/petugas/anggota/${id}`);
				}}
			/>
		</>
	);
}
