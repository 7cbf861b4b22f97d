import {Card, SimpleGrid, Text, TextInput, Title} from '@mantine/core';
import {useState} from 'react';
import {Link} from 'wouter';
import {may, useMe} from '../api/me.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {PageHead} from '../states/page-head.tsx';
import {type Catalogued, useCatalogue} from './ask.ts';
import {useBase} from '../shell/base.ts';

/** Every report that there is and that one may ask for. */
export function CataloguePage() {
	const {reports} = useTexts();
	const me = useMe();
	const query = useCatalogue();
	const [sought, setSought] = useState('');
	const fits = ({name, titleId, titleEn}: Catalogued): boolean =>
		[name, titleId, titleEn].some((text) => text.toLowerCase().includes(sought.toLowerCase()));
	return (
		<>
			<PageHead title={reports.title} hint={reports.hint} />
			<TextInput
				label={reports.search}
				mb="md"
				maw={420}
				type="search"
				value={sought}
				onChange={({currentTarget}) => {
					setSought(currentTarget.value);
				}}
			/>
			<Answer of={query} rows={8} rowHeight={96}>
				{(all) => {
					const found = all.filter(
						(report) =>
							fits(report) &&
							me.permissions.some(({permission}) => permission === report.permission),
					);
					if (found.length === 0) return <Notice title={reports.none} />;
					return (
						<SimpleGrid cols={{base: 1, sm: 2, lg: 3}} spacing="sm">
							{found.map((report) => (
								<ReportCard key={report.name} report={report} />
							))}
						</SimpleGrid>
					);
				}}
			</Answer>
		</>
	);
}

function ReportCard({report}: {readonly report: Catalogued}) {
	const language = useLanguage();
	const {reports} = useTexts();
	const base = useBase();
	const me = useMe();
	// What changed since a moment has a page that tells it entry by entry.
	const isRestatement = report.name === 'restatement' && may(me, 'trail:read');
	const to = isRestatement ? '/auditor/penyajian-ulang' : `${base}/laporan/${report.name}`;
	return (
		<Card withBorder padding="md" component={Link} href={to} className="row-link">
			<Title order={2} size="h4">
				{language === 'id' ? report.titleId : report.titleEn}
			</Title>
			{language === 'en' ? (
				<Text size="sm" c="dimmed">
					{report.summary}
				</Text>
			) : null}
			<Text size="sm" c="dimmed" mt="auto" pt="xs">
				{report.formats.map((format) => reports.formats[format]).join(' · ')}
			</Text>
		</Card>
	);
}
