import {Card} from '@mantine/core';
import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useLocation} from 'wouter';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {allItems, pageLimit} from '../api/pages.ts';
import type {operations} from '../api/schema.d.ts';
import {useToday} from '../api/today.ts';
import {ActionForm, type FormField, type Values} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {PageHead} from '../states/page-head.tsx';
import {useCooperative} from './cooperative.tsx';

type Body = operations['post-v1-members']['requestBody']['content']['application/json'];
type Sector = NonNullable<Body['business']>['sector'];

/** The code of the city within that of a kelurahan: `17.71` of `17.71.01.1001`. */
const cityOf = (kelurahan: string): string => kelurahan.split('.').slice(0, 2).join('.');

/** The kelurahan of the city, kecamatan by kecamatan. */
const useKelurahan = (city: string) =>
	useQuery({
		queryKey: ['regions', city],
		staleTime: 3_600_000,
		queryFn: async () => {
			const query = {limit: pageLimit, level: 'district', parent: city} as const;
			const {items} = await answerOf(api.GET('/v1/regions', {params: {query}}));
			const villages = await Promise.all(
				items.map(async ({code: parent}) =>
					allItems(async (cursor) => {
						const paging = {limit: pageLimit, ...(cursor ? {cursor} : {})};
						const below = {level: 'village', parent, ...paging} as const;
						return answerOf(api.GET('/v1/regions', {params: {query: below}}));
					}),
				),
			);
			return villages.flat();
		},
	});

/** Somebody who becomes a member: who it is, where they live, what they do. */
export function RegisterPage() {
	const {register} = useTexts().counter;
	const {kelurahan} = useCooperative();
	const today = useToday();
	const villages = useKelurahan(cityOf(kelurahan));
	return (
		<>
			<PageHead title={register.title} />
			<Answer of={villages} rows={8} rowHeight={68}>
				{(regions) => (
					<Answer of={today} rows={8} rowHeight={68}>
						{(on) => <RegisterForm regions={regions} today={on} />}
					</Answer>
				)}
			</Answer>
		</>
	);
}

type FormProps = {
	readonly regions: readonly {readonly code: string; readonly name: string}[];
	readonly today: string;
};

function useFields({regions, today}: FormProps): readonly FormField[] {
	const {register} = useTexts().counter;
	const {kelurahan} = useCooperative();
	const options = regions
		.map(({code, name}) => ({value: code, label: name}))
		.sort((a, b) => a.label.localeCompare(b.label));
	const sectors = Object.entries(register.sectors).map(([value, label]) => ({value, label}));
	const isOptional = true;
	return [
		{name: 'nik', label: register.nik, kind: 'text', hint: register.nikHint, isDigits: true},
		{name: 'name', label: register.name, kind: 'text'},
		{
			name: 'kelurahan',
			label: register.kelurahan,
			kind: 'choice',
			options,
			initial: kelurahan,
		},
		{name: 'address', label: register.address, kind: 'text'},
		{name: 'phone', label: register.phone, kind: 'text', isDigits: true, isOptional},
		{
			name: 'business.description',
			label: register.business,
			kind: 'text',
			hint: register.businessHint,
			isOptional,
		},
		{
			name: 'business.sector',
			label: register.sector,
			kind: 'choice',
			options: sectors,
			isOptional,
		},
		{name: 'joinedOn', label: register.joinedOn, kind: 'date', initial: today},
	];
}

/** The body as typed. A business without its line is sent, so that the service asks for it. */
function bodyOf(cooperative: string, values: Values): Body {
	const {nik = '', name = '', kelurahan = '', address = '', joinedOn = '', phone} = values;
	const description = values['business.description'];
	const sector = values['business.sector'];
	const business = {
		...(description === undefined ? {} : {description}),
		...(sector === undefined ? {} : {sector}),
	} as {description: string; sector: Sector};
	return {
		cooperative,
		nik,
		name,
		kelurahan,
		address,
		joinedOn,
		...(phone === undefined ? {} : {phone}),
		...(description === undefined && sector === undefined ? {} : {business}),
	};
}

function RegisterForm(props: FormProps) {
	const {register} = useTexts().counter;
	const {code} = useCooperative();
	const client = useQueryClient();
	const [, go] = useLocation();
	const send = async (values: Values, key: string) => {
		const params = {header: {'Idempotency-Key': key}};
		const answer = await answerOf(api.POST('/v1/members', {params, body: bodyOf(code, values)}));
		void client.invalidateQueries({queryKey: ['members']});
		if (!isWaiting(answer)) go(`/petugas/anggota/${answer.id}`);
		return answer;
	};
	return (
		<Card withBorder maw={720}>
			<ActionForm
				fields={useFields(props)}
				submit={register.send}
				done={register.done}
				send={send}
			/>
		</Card>
	);
}
