import {Card, Group, Text, TextInput} from '@mantine/core';
import {useDebouncedValue, useHotkeys} from '@mantine/hooks';
import {useQuery} from '@tanstack/react-query';
import {type ReactNode, useRef, useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import type {Answered} from '../api/answered.ts';
import {useTexts} from '../language.ts';
import {Icon} from '../shell/icons.tsx';
import {Answer} from '../states/answer.tsx';
import {Notice} from '../states/notice.tsx';
import {useCooperative} from './cooperative.tsx';

type Found = Answered<'post-v1-members-search'>;
export type Member = Found['items'][number];

const foundMax = '20';

/** What somebody typed, as the service is asked: a NIK, a member's number, or a part of a name. */
function questionOf(typed: string): {nik?: string; number?: number; name?: string} | undefined {
	const text = typed.trim();
	if (text === '') return undefined;
	const digits = text.replaceAll(/[\s.-]/gu, '');
	if (/^\d{16}$/u.test(digits)) return {nik: digits};
	if (/^\d{1,9}$/u.test(digits)) return {number: Number.parseInt(digits, 10)};
	return text.length < 2 ? undefined : {name: text};
}

export type MemberSearchProps = {
	/** Enter takes the first that was found. */
	readonly onChoose: (member: Member) => void;
	readonly autoFocus?: boolean;
};

/** Finds a member by name, number or NIK. */
export function MemberSearch({onChoose, autoFocus = false}: MemberSearchProps) {
	const {officer} = useTexts();
	const {code} = useCooperative();
	const field = useRef<HTMLInputElement>(null);
	const [typed, setTyped] = useState('');
	const [settled] = useDebouncedValue(typed, 250);
	const question = questionOf(settled);
	useHotkeys([['/', () => field.current?.focus()]]);
	const query = useQuery({
		queryKey: ['members', code, question],
		enabled: question !== undefined,
		queryFn: async () =>
			answerOf(
				api.POST('/v1/members/search', {
					params: {query: {limit: foundMax}},
					body: {cooperative: code, ...question},
				}),
			),
	});
	const first = query.data?.items[0];
	return (
		<>
			<TextInput
				ref={field}
				size="lg"
				mb="md"
				label={officer.members.search}
				description={<SearchHint />}
				leftSection={<Icon name="search" />}
				autoComplete="off"
				autoFocus={autoFocus}
				value={typed}
				onChange={({currentTarget}) => {
					setTyped(currentTarget.value);
				}}
				onKeyDown={({key}) => {
					if (key === 'Enter' && first && settled === typed) onChoose(first);
				}}
			/>
			{question === undefined ? (
				<Notice title={officer.members.begin} />
			) : (
				<Answer of={query} rows={3} rowHeight={72}>
					{({items}) => <FoundList items={items} onChoose={onChoose} />}
				</Answer>
			)}
		</>
	);
}

function SearchHint(): ReactNode {
	const {officer} = useTexts();
	return (
		<Text span inherit visibleFrom="sm">
			{officer.members.searchHint}
		</Text>
	);
}

type FoundListProps = {
	readonly items: readonly Member[];
	readonly onChoose: (member: Member) => void;
};

function FoundList({items, onChoose}: FoundListProps) {
	const {officer} = useTexts();
	if (items.length === 0) {
		return <Notice title={officer.members.none} hint={officer.members.noneHint} />;
	}
	return (
		<div role="list">
			{items.map((member) => (
				<div role="listitem" key={member.id}>
					<Card
						component="button"
						type="button"
						withBorder
						padding="sm"
						mb="xs"
						w="100%"
						ta="left"
						className="row-link"
						onClick={() => {
							onChoose(member);
						}}
					>
						<Group justify="space-between" wrap="nowrap">
							<Text fw={700} fz="lg">
								{member.name}
							</Text>
							<Text c="dimmed" size="sm" style={{whiteSpace: 'nowrap'}}>
								{officer.members.number(String(member.number))}
							</Text>
						</Group>
						<Text c="dimmed" size="sm">
							{member.business?.description ?? member.nikMasked}
						</Text>
					</Card>
				</div>
			))}
		</div>
	);
}
