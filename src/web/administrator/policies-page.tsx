import {Badge, Card, SimpleGrid, Text, Title} from '@mantine/core';
import {queryOptions, useQuery, useQueryClient} from '@tanstack/react-query';
import type {ReactNode} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {operations} from '../api/schema.d.ts';
import {useWriteName} from '../approvals/approvals-page.tsx';
import {ActionForm} from '../fields/action-form.tsx';
import {showDate, showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {PartTitle} from '../reports/report-table.tsx';
import {wordOf} from '../reports/words.ts';
import {Answer, Loading} from '../states/answer.tsx';
import {type Column, DataTable} from '../states/data-table.tsx';
import {PageHead} from '../states/page-head.tsx';
import {PolicyEffect} from './policy-effect.tsx';

type Policies =
	operations['get-v1-approval-policies']['responses'][200]['content']['application/json'];
type Policy = Policies['items'][number];
type Limits = operations['get-v1-amount-limits']['responses'][200]['content']['application/json'];
type Limit = Limits['items'][number];
type Separations =
	operations['get-v1-separations']['responses'][200]['content']['application/json'];
type Separation = Separations['items'][number];
type Provisions =
	operations['get-v1-provision-policies']['responses'][200]['content']['application/json'];
type Provision = Provisions['items'][number];

const approvalsQuery = queryOptions({
	queryKey: ['approval-policies'],
	queryFn: async () => answerOf(api.GET('/v1/approval-policies')),
});

const limitsQuery = queryOptions({
	queryKey: ['amount-limits'],
	queryFn: async () => (await answerOf(api.GET('/v1/amount-limits'))).items,
});

const separationsQuery = queryOptions({
	queryKey: ['separations'],
	queryFn: async () => (await answerOf(api.GET('/v1/separations'))).items,
});

const provisionsQuery = queryOptions({
	queryKey: ['provision-policies'],
	queryFn: async () => (await answerOf(api.GET('/v1/provision-policies'))).items,
});

/** The rules by which the service decides, in all their versions. */
export function PoliciesPage() {
	const {administrator} = useTexts();
	return (
		<>
			<PageHead title={administrator.policies.title} hint={administrator.policies.hint} />
			<Whole>
				<Approvals />
				<PartTitle>{administrator.policies.limits}</PartTitle>
				<LimitsPart />
				<PartTitle>{administrator.policies.separations}</PartTitle>
				<SeparationsPart />
				<PartTitle>{administrator.policies.provisions}</PartTitle>
				<ProvisionsPart />
			</Whole>
		</>
	);
}

/** The parts once all of them can be there: nobody knows how long the one above will be. */
function Whole({children}: {readonly children: ReactNode}) {
	const waits = [
		useQuery(approvalsQuery).isLoading,
		useQuery(limitsQuery).isLoading,
		useQuery(separationsQuery).isLoading,
		useQuery(provisionsQuery).isLoading,
	];
	return waits.some(Boolean) ? <Loading rows={8} /> : children;
}

type Ruled = {
	readonly version: number;
	readonly effectiveFrom: string;
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional' | 'found';
};

/** What every version says of itself. */
function useVersionColumns(): Column<Ruled>[] {
	const texts = useTexts();
	const language = useLanguage();
	const {policies} = texts.administrator;
	return [
		{key: 'version', heading: policies.version, width: 80, cell: ({version}) => String(version)},
		{
			key: 'from',
			heading: policies.from,
			width: 150,
			cell: ({effectiveFrom}) => showDate(effectiveFrom, language),
		},
		{key: 'basis', heading: policies.basis, width: 220, cell: ({legalBasis}) => legalBasis},
		{
			key: 'status',
			heading: policies.status,
			width: 110,
			cell: ({status}) => (
				<Badge tt="none" variant="light" color={status === 'provisional' ? 'yellow' : 'teal'}>
					{wordOf(status, texts)}
				</Badge>
			),
		},
	];
}

function Approvals() {
	const {administrator} = useTexts();
	const query = useQuery(approvalsQuery);
	return (
		<>
			<PartTitle>{administrator.policies.approvals}</PartTitle>
			<Answer of={query} rows={3} rowHeight={44}>
				{({items, writes}) => (
					<>
						{items.length === 0 ? (
							<Text c="dimmed">{administrator.policies.noApprovals}</Text>
						) : (
							<ApprovalTable items={items} />
						)}
						<NewPolicy writes={writes} />
					</>
				)}
			</Answer>
		</>
	);
}

function ApprovalTable({items}: {readonly items: readonly Policy[]}) {
	const {administrator} = useTexts();
	const {policies} = administrator;
	const language = useLanguage();
	const nameOf = useWriteName();
	const columns: Column<Policy>[] = [
		{key: 'write', heading: policies.write, width: 200, cell: ({write}) => nameOf(write)},
		{
			key: 'effect',
			heading: policies.effect,
			width: 260,
			cell: ({isNamed, amountAbove, backdatedOver, expiresAfterHours}) => {
				if (!isNamed) return policies.free;
				const parts = [
					amountAbove === null
						? policies.always
						: policies.above(showRupiah(amountAbove, language)),
					...(backdatedOver === null ? [] : [policies.backdated(String(backdatedOver))]),
					policies.expires(String(expiresAfterHours)),
				];
				return parts.join(' ');
			},
		},
		...useVersionColumns(),
	];
	return (
		<DataTable
			label={policies.approvals}
			columns={columns}
			rows={items}
			keyOf={({write, version}) => `${write} ${String(version)}`}
		/>
	);
}

/** Another version of what needs a second person. */
function NewPolicy({writes}: {readonly writes: readonly string[]}) {
	const {administrator} = useTexts();
	const {policies} = administrator;
	const client = useQueryClient();
	const nameOf = useWriteName();
	return (
		<Card withBorder mt="md" maw={640} className="no-print">
			<Title order={2} size="h4" mb="xs">
				{policies.newVersion}
			</Title>
			<Text size="sm" c="dimmed" mb="sm">
				{policies.newHint}
			</Text>
			<ActionForm
				fields={[
					{
						name: 'write',
						label: policies.write,
						kind: 'choice',
						options: writes.map((value) => ({value, label: nameOf(value)})),
					},
					{
						name: 'isNamed',
						label: policies.effect,
						kind: 'choice',
						initial: 'yes',
						options: [
							{value: 'yes', label: policies.held},
							{value: 'no', label: policies.free},
						],
					},
					{name: 'amountAbove', label: policies.amountAbove, kind: 'amount', isOptional: true},
					{
						name: 'backdatedOver',
						label: policies.backdatedOver,
						kind: 'text',
						isOptional: true,
					},
					{name: 'effectiveFrom', label: policies.from, kind: 'date'},
					{name: 'legalBasis', label: policies.basis, kind: 'text'},
				]}
				above={(values) => <PolicyEffect values={values} />}
				submit={policies.newVersion}
				done={policies.kept}
				send={async (values, key) => {
					const {write = '', isNamed, amountAbove, effectiveFrom = '', legalBasis = ''} = values;
					const {backdatedOver} = values;
					return answerOf(
						api.POST('/v1/approval-policies', {
							params: {header: {'Idempotency-Key': key}},
							body: {
								write,
								effectiveFrom,
								legalBasis,
								isNamed: isNamed !== 'no',
								...(amountAbove === undefined ? {} : {amountAbove}),
								...(backdatedOver === undefined
									? {}
									: {backdatedOver: Number.parseInt(backdatedOver, 10)}),
							},
						}),
					);
				}}
				onDone={() => void client.invalidateQueries({queryKey: ['approval-policies']})}
			/>
		</Card>
	);
}

function LimitsPart() {
	const {administrator} = useTexts();
	const {policies} = administrator;
	const language = useLanguage();
	const nameOf = useWriteName();
	const versions = useVersionColumns();
	const query = useQuery(limitsQuery);
	const columns: Column<Limit>[] = [
		{key: 'holder', heading: policies.holder, width: 160, cell: ({holder}) => holder},
		{key: 'write', heading: policies.write, width: 180, cell: ({write}) => nameOf(write)},
		{
			key: 'max',
			heading: policies.upTo,
			isFigure: true,
			cell: ({amountMax}) =>
				amountMax === null ? policies.noLimit : showRupiah(amountMax, language),
		},
		...versions,
	];
	return (
		<Answer of={query} rows={2} rowHeight={44}>
			{(limits) =>
				limits.length === 0 ? (
					<Text c="dimmed">{policies.noLimits}</Text>
				) : (
					<DataTable
						label={policies.limits}
						columns={columns}
						rows={limits}
						keyOf={({holder, write, version}) => `${holder} ${write} ${String(version)}`}
					/>
				)
			}
		</Answer>
	);
}

function SeparationsPart() {
	const {administrator} = useTexts();
	const {policies} = administrator;
	const versions = useVersionColumns();
	const query = useQuery(separationsQuery);
	const columns: Column<Separation>[] = [
		{key: 'first', heading: policies.first, width: 150, cell: ({first}) => first},
		{key: 'second', heading: policies.second, width: 150, cell: ({second}) => second},
		{
			key: 'kept',
			heading: policies.effect,
			width: 130,
			cell: ({isKept}) => (isKept ? policies.apart : policies.together),
		},
		...versions,
	];
	return (
		<Answer of={query} rows={2} rowHeight={44}>
			{(separations) => (
				<DataTable
					label={policies.separations}
					columns={columns}
					rows={separations}
					keyOf={({first, second, version}) => `${first} ${second} ${String(version)}`}
				/>
			)}
		</Answer>
	);
}

/** The policies of provisions, each with the classes that it knows: what each takes of a loan. */
function ProvisionsPart() {
	const query = useQuery(provisionsQuery);
	return (
		<Answer of={query} rows={2} rowHeight={120}>
			{(items) => (
				<SimpleGrid cols={{base: 1, lg: 2}}>
					{items.map((policy) => (
						<ProvisionCard key={`${policy.code} ${String(policy.version)}`} policy={policy} />
					))}
				</SimpleGrid>
			)}
		</Answer>
	);
}

function ProvisionCard({policy}: {readonly policy: Provision}) {
	const {administrator, reports} = useTexts();
	const language = useLanguage();
	const texts = useTexts();
	const {policies} = administrator;
	const day = showDate(policy.effectiveFrom, language);
	const from = policies.versionFrom(String(policy.version), day);
	const columns: Column<Provision['classes'][number]>[] = [
		{
			key: 'class',
			heading: reports.columns.className,
			width: 160,
			cell: ({nameId, nameEn}) => (language === 'id' ? nameId : nameEn),
		},
		{
			key: 'percentage',
			heading: reports.columns.percentage,
			isFigure: true,
			width: 110,
			cell: ({percentage}) => policies.percent(percentage),
		},
	];
	return (
		<Card withBorder>
			<Title order={3} size="h5">
				{language === 'id' ? policy.nameId : policy.nameEn}
			</Title>
			<Text size="sm" mb="sm">
				{[from, policy.legalBasis, wordOf(policy.status, texts)].join(' · ')}
			</Text>
			<DataTable
				label={language === 'id' ? policy.nameId : policy.nameEn}
				columns={columns}
				rows={policy.classes}
				keyOf={({code}) => code}
			/>
		</Card>
	);
}
