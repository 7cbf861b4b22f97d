import {useQuery} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {showDate} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {HealthList} from './health-list.tsx';

/** How the fund of every kelurahan fares, for who never saw a ledger. */
export function HealthPage() {
	const {people} = useTexts();
	const language = useLanguage();
	const query = useQuery({
		queryKey: ['public-health'],
		queryFn: async () => answerOf(api.GET('/v1/public/fund-health')),
		staleTime: 300_000,
	});
	return (
		<>
			<PageHead
				title={people.health.title}
				hint={query.data ? people.health.asOf(showDate(query.data.asOf, language)) : '…'}
			/>
			<Answer of={query} rows={8} rowHeight={140}>
				{({rows}) => <HealthList rows={rows} />}
			</Answer>
		</>
	);
}
