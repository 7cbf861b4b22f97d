import {NativeSelect} from '@mantine/core';
import {useQuery} from '@tanstack/react-query';
import {type ReactNode, createContext, useContext, useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {useTexts} from '../language.ts';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';

type List = Answered<'get-v1-cooperatives'>;
export type Cooperative = List['items'][number];

const Chosen = createContext<Cooperative | undefined>(undefined);
const key = 'bergulir-cooperative';

/** The cooperative at whose counter one stands. */
export function useCooperative(): Cooperative {
	const cooperative = useContext(Chosen);
	if (!cooperative) throw new Error('No cooperative is chosen.');
	return cooperative;
}

/** Gives the pages within their cooperative; who serves several chooses, and it is remembered. */
export function WithCooperative({children}: {readonly children: ReactNode}) {
	const {officer} = useTexts();
	const [wanted, setWanted] = useState(() => globalThis.localStorage.getItem(key));
	const query = useQuery({
		queryKey: ['cooperatives'],
		queryFn: async () => answerOf(api.GET('/v1/cooperatives', {params: {query: {limit: '200'}}})),
		staleTime: 600_000,
	});
	const choose = (code: string): void => {
		globalThis.localStorage.setItem(key, code);
		setWanted(code);
	};
	return (
		<Answer of={query}>
			{({items}) => {
				const chosen = items.find(({code}) => code === wanted) ?? items[0];
				if (!chosen) return <Notice title={officer.noCooperative} />;
				return (
					<Chosen value={chosen}>
						{items.length > 1 ? (
							<NativeSelect
								className="no-print"
								mb="md"
								label={officer.cooperative}
								value={chosen.code}
								data={items.map(({code, name}) => ({value: code, label: name}))}
								onChange={({currentTarget}) => {
									choose(currentTarget.value);
								}}
							/>
						) : null}
						{children}
					</Chosen>
				);
			}}
		</Answer>
	);
}
