import {Alert, Button, Card, Code, Group, SimpleGrid, Text, Title} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {may, useMe} from '../api/me.ts';
import type {operations} from '../api/schema.d.ts';
import {useWrite} from '../api/write.ts';
import {ActionForm, Outcome} from '../fields/action-form.tsx';
import {showDate, showMoment, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {PartTitle} from '../reports/report-table.tsx';
import {showFigure} from '../reports/words.ts';
import {Answer} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {Refusal} from '../states/failure.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useWriteName} from './approvals-page.tsx';

type Approval = operations['get-v1-approvals-id']['responses'][200]['content']['application/json'];
type Written = Approval['writes'][number];
type Line = Written['lines'][number];

/** One command that waits: what was sent, the entries it will make, and the decision. */
export function ApprovalPage({id}: {readonly id: string}) {
	const {approvals} = useTexts();
	const language = useLanguage();
	const nameOf = useWriteName();
	const query = useQuery({
		queryKey: ['approval', id],
		queryFn: async () => answerOf(api.GET('/v1/approvals/{id}', {params: {path: {id}}})),
	});
	return (
		<Answer of={query} rows={4}>
			{(pending) => {
				const [first] = pending.writes;
				return (
					<>
						<PageHead
							title={first ? nameOf(first.name) : pending.command}
							hint={approvals.madeBy(pending.maker, showMoment(pending.madeAt, language))}
						/>
						<State pending={pending} />
						<PartTitle>{approvals.willWrite}</PartTitle>
						{pending.writes.map((written, index) => (
							<WrittenCard key={`${written.name} ${String(index)}`} written={written} />
						))}
						<Decision pending={pending} />
						<PartTitle>{approvals.sent}</PartTitle>
						<Text size="sm" mb="xs">
							{pending.address}
						</Text>
						<Code block style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
							{JSON.stringify(pending.body, null, 2)}
						</Code>
					</>
				);
			}}
		</Answer>
	);
}

function State({pending}: {readonly pending: Approval}) {
	const {approvals} = useTexts();
	const language = useLanguage();
	const {decision, status, expiresAt, isExpired} = pending;
	if (decision !== null) {
		return (
			<Alert color={status === 'approved' ? 'teal' : 'gray'} title={approvals.statuses[status]}>
				{approvals.decidedBy(decision.by, showMoment(decision.at, language))}
				{decision.reason === null ? null : <Text size="sm">{decision.reason}</Text>}
			</Alert>
		);
	}
	return (
		<Alert color={isExpired ? 'red' : 'yellow'} title={approvals.statuses.pending}>
			{isExpired ? approvals.expired : approvals.expires(showMoment(expiresAt, language))}
		</Alert>
	);
}

function WrittenCard({written}: {readonly written: Written}) {
	const {approvals, reports} = useTexts();
	const language = useLanguage();
	const nameOf = useWriteName();
	const {name, subject, book, amount, effectiveOn, backdatedDays, lines} = written;
	const columns: Column<Line>[] = [
		{key: 'account', heading: reports.columns.account, cell: ({account}) => account},
		...(['debit', 'credit'] as const).map((side) => ({
			key: side,
			heading: reports.columns[side],
			isFigure: true,
			cell: (line: Line) => (line.side === side ? showFigure(line.amount, language) : '—'),
		})),
	];
	return (
		<Card withBorder mb="sm">
			<Group justify="space-between" mb="xs">
				<div>
					<Text fw={700}>{nameOf(name)}</Text>
					<Text size="sm" c="dimmed" style={{overflowWrap: 'anywhere'}}>
						{[subject, book].filter((part) => part !== null && part !== '').join(' · ')}
					</Text>
					{effectiveOn === null ? null : (
						<Text size="sm">
							{showDate(effectiveOn, language)}
							{backdatedDays > 0 ? ` · ${approvals.backdated(String(backdatedDays))}` : ''}
						</Text>
					)}
				</div>
				{amount === null ? null : (
					<Text fw={700} fz="xl" className="amount">
						{showRupiah(amount, language)}
					</Text>
				)}
			</Group>
			{lines.length > 0 ? (
				<DataTable
					label={approvals.willWrite}
					columns={columns}
					rows={lines}
					keyOf={(_, index) => String(index)}
				/>
			) : null}
		</Card>
	);
}

/** Approving or rejecting what another made; taking back what I made myself. */
function Decision({pending}: {readonly pending: Approval}) {
	const {approvals} = useTexts();
	const me = useMe();
	const client = useQueryClient();
	const {id, version, maker, status} = pending;
	const reload = (): void => {
		void client.invalidateQueries({queryKey: ['approval', id]});
		void client.invalidateQueries({queryKey: ['approvals']});
	};
	if (status !== 'pending') return null;
	if (maker === me.name) return <Withdraw pending={pending} onDone={reload} />;
	if (!may(me, 'approval:decide')) return null;
	const params = (key: string) => ({path: {id}, header: {'Idempotency-Key': key}});
	return (
		<SimpleGrid cols={{base: 1, md: 2}} mt="lg" className="no-print">
			<Card withBorder>
				<Title order={2} size="h4" mb="sm">
					{approvals.approve}
				</Title>
				<ActionForm
					fields={[{name: 'reason', label: approvals.remark, kind: 'text', isOptional: true}]}
					submit={approvals.approve}
					done={approvals.approved}
					send={async ({reason}, key) =>
						answerOf(
							api.POST('/v1/approvals/{id}/approve', {
								params: params(key),
								body: {version, ...(reason === undefined ? {} : {reason})},
							}),
						)
					}
					onDone={reload}
				/>
			</Card>
			<Card withBorder>
				<Title order={2} size="h4" mb="sm">
					{approvals.reject}
				</Title>
				<ActionForm
					isGrave
					fields={[{name: 'reason', label: approvals.reason, kind: 'text'}]}
					submit={approvals.reject}
					done={approvals.rejected}
					send={async ({reason = ''}, key) =>
						answerOf(
							api.POST('/v1/approvals/{id}/reject', {
								params: params(key),
								body: {version, reason},
							}),
						)
					}
					onDone={reload}
				/>
			</Card>
		</SimpleGrid>
	);
}

function Withdraw({pending, onDone}: {readonly pending: Approval; readonly onDone: () => void}) {
	const {approvals} = useTexts();
	const {id, version} = pending;
	const write = useWrite(
		async (asked: {version: number}, key): Promise<object> =>
			answerOf(
				api.POST('/v1/approvals/{id}/withdraw', {
					params: {path: {id}, header: {'Idempotency-Key': key}},
					body: asked,
				}),
			),
		onDone,
	);
	return (
		<Card withBorder mt="lg" className="no-print">
			<Text mb="sm">{approvals.own}</Text>
			<Refusal error={write.error} />
			<Button
				variant="default"
				loading={write.isSending}
				onClick={() => {
					write.send({version});
				}}
			>
				{approvals.withdraw}
			</Button>
			<Outcome answer={write.answer} done={approvals.withdrawn} />
		</Card>
	);
}
