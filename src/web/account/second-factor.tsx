import {Alert, Button, Code, Group, SimpleGrid, Stack, Text, Title} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {answerOf, api} from '../api/client.ts';
import {type Me, meKey} from '../api/me.ts';
import type {operations} from '../api/schema.d.ts';
import {ActionForm, type FormField} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import {QrCode} from '../officer/qr-code.tsx';
import {Part} from './part.tsx';

type Begun =
	operations['post-v1-me-second-factor']['responses'][201]['content']['application/json'];

type FactorProps = {readonly me: Me};

/** Setting the second factor up by a QR code and its first code; then renewing what helps out. */
export function SecondFactor({me}: FactorProps) {
	const {account} = useTexts();
	const client = useQueryClient();
	const [begun, setBegun] = useState<Begun | undefined>(undefined);
	const [codes, setCodes] = useState<readonly string[] | undefined>(undefined);
	const reload = (): void => {
		void client.invalidateQueries({queryKey: meKey});
	};
	return (
		<Part title={account.factor.title} hint={stateOf(me, account.factor)}>
			{codes ? (
				<Codes
					codes={codes}
					onKept={() => {
						setCodes(undefined);
					}}
				/>
			) : null}
			{me.hasSecondFactor ? (
				codes ? null : (
					<Standing me={me} onCodes={setCodes} onDone={reload} />
				)
			) : begun ? (
				<Confirm
					begun={begun}
					onCodes={(made) => {
						setCodes(made);
						setBegun(undefined);
						reload();
					}}
				/>
			) : (
				<Begin me={me} onBegun={setBegun} />
			)}
		</Part>
	);
}

function stateOf(
	{hasSecondFactor, isSecondFactorDue}: Me,
	factor: {readonly on: string; readonly off: string; readonly due: string},
): string {
	if (hasSecondFactor) return factor.on;
	return isSecondFactorDue ? factor.due : factor.off;
}

/** The field for the password of whoever has one. */
function usePasswordFields({hasPassword}: Me): FormField[] {
	const {account} = useTexts();
	return hasPassword ? [{name: 'password', label: account.password, kind: 'password'}] : [];
}

type BeginProps = FactorProps & {readonly onBegun: (begun: Begun) => void};

function Begin({me, onBegun}: BeginProps) {
	const {account} = useTexts();
	return (
		<ActionForm
			fields={usePasswordFields(me)}
			submit={account.factor.begin}
			done={account.factor.scan}
			send={async ({password}) => {
				const body = password === undefined ? {} : {password};
				const begun = await answerOf(api.POST('/v1/me/second-factor', {body}));
				onBegun(begun);
				return {};
			}}
		/>
	);
}

type ConfirmProps = {
	readonly begun: Begun;
	readonly onCodes: (codes: readonly string[]) => void;
};

function Confirm({begun, onCodes}: ConfirmProps) {
	const {account} = useTexts();
	return (
		<Stack gap="sm">
			<Text fw={600}>{account.factor.scan}</Text>
			<QrCode text={begun.uri} label={account.factor.qr} size={220} />
			<Text size="sm">{account.factor.byHand}</Text>
			<Code block style={{whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}}>
				{begun.secret}
			</Code>
			<Text size="sm">{account.factor.confirmHint}</Text>
			<ActionForm
				fields={[{name: 'code', label: account.code, kind: 'code'}]}
				submit={account.factor.confirm}
				done={account.factor.on}
				send={async ({code = ''}) => {
					const body = {code: code.trim()};
					const made = await answerOf(api.POST('/v1/me/second-factor/confirm', {body}));
					onCodes(made.recoveryCodes);
					return {};
				}}
			/>
		</Stack>
	);
}

type CodesProps = {readonly codes: readonly string[]; readonly onKept: () => void};

/** Shown once: whoever closes this has them on paper or nowhere. */
function Codes({codes, onKept}: CodesProps) {
	const {account} = useTexts();
	return (
		<Alert color="yellow" role="status" title={account.factor.codes}>
			<Text size="sm" mb="sm">
				{account.factor.codesHint}
			</Text>
			<SimpleGrid cols={{base: 1, xs: 2}} spacing={4} component="ul" p={0} m={0}>
				{codes.map((code) => (
					<li key={code} style={{listStyle: 'none'}}>
						<Code fz="md">{code}</Code>
					</li>
				))}
			</SimpleGrid>
			<Group mt="sm" className="no-print">
				<Button
					variant="default"
					onClick={() => {
						globalThis.print();
					}}
				>
					{account.factor.print}
				</Button>
				<Button onClick={onKept}>{account.factor.kept}</Button>
			</Group>
		</Alert>
	);
}

type StandingProps = FactorProps & {
	readonly onCodes: (codes: readonly string[]) => void;
	readonly onDone: () => void;
};

/** What can be done with a factor that is set up: other recovery codes, or another phone. */
function Standing({me, onCodes, onDone}: StandingProps) {
	const {account} = useTexts();
	const fields: FormField[] = [
		...usePasswordFields(me),
		{name: 'code', label: account.code, kind: 'code'},
	];
	return (
		<>
			<Text mb="sm">{account.factor.left(String(me.recoveryCodesLeft))}</Text>
			{me.hasPassword ? (
				<SimpleGrid cols={{base: 1, md: 2}} className="no-print">
					<section>
						<Title order={3} size="h5">
							{account.factor.renew}
						</Title>
						<Text size="sm" c="dimmed" mb="xs">
							{account.factor.renewHint}
						</Text>
						<ActionForm
							fields={fields}
							submit={account.factor.renew}
							done={account.factor.renew}
							send={async ({password = '', code = ''}) => {
								const body = {password, code: code.trim()};
								const made = await answerOf(api.POST('/v1/me/recovery-codes', {body}));
								onCodes(made.recoveryCodes);
								return {};
							}}
							onDone={onDone}
						/>
					</section>
					<section>
						<Title order={3} size="h5">
							{account.factor.remove}
						</Title>
						<Text size="sm" c="dimmed" mb="xs">
							{account.factor.removeHint}
						</Text>
						<ActionForm
							isGrave
							fields={fields}
							submit={account.factor.remove}
							done={account.factor.removed}
							send={async ({password = '', code = ''}) => {
								const body = {password, code: code.trim()};
								await answerOf(api.POST('/v1/me/second-factor/remove', {body}));
								return {};
							}}
							onDone={onDone}
						/>
					</section>
				</SimpleGrid>
			) : null}
		</>
	);
}
