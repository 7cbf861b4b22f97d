import {Button, Group, Text} from '@mantine/core';
import {useMutation} from '@tanstack/react-query';
import {useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {type Catalogued, type Format, download} from './ask.ts';

export type DownloadsProps = {readonly report: Catalogued; readonly address: string};

/** The report as it was asked for, in each format that it has, and on paper. */
export function Downloads({report, address}: DownloadsProps) {
	const {reports} = useTexts();
	const making = useMutation({
		mutationFn: async (format: Format) => {
			const [path = '', query] = address.split('?');
			const file = `${path}.${format}${query === undefined ? '' : `?${query}`}`;
			await download(file, `${report.name}.${format}`);
		},
	});
	return (
		<>
			<Group gap="xs" mb="md" className="no-print">
				<Text size="sm" c="dimmed" id="download-formats">
					{reports.download}
				</Text>
				{report.formats.map((format) => (
					<Button
						key={format}
						variant="default"
						size="sm"
						loading={making.isPending && making.variables === format}
						onClick={() => {
							making.mutate(format);
						}}
					>
						{reports.formats[format]}
					</Button>
				))}
				<Button
					variant="default"
					size="sm"
					onClick={() => {
						globalThis.print();
					}}
				>
					{reports.print}
				</Button>
			</Group>
			{making.isPending ? <Text role="status">{reports.downloading}</Text> : null}
			<Refusal error={making.error} />
		</>
	);
}
