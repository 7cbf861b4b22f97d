import {Button, NativeSelect, SimpleGrid, Stack, TextInput} from '@mantine/core';
import {useQueryClient} from '@tanstack/react-query';
import {type SubmitEvent, useState} from 'react';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {findingsOf} from '../api/problem.ts';
import type {Answered} from '../api/answered.ts';
import type {operations} from '../api/schema.d.ts';
import {useWrite, withoutEmpty} from '../api/write.ts';
import {RupiahField} from '../fields/typed-field.tsx';
import {showRupiah} from '../formats.ts';
import {useLanguage, useTexts} from '../language.ts';
import {Refusal} from '../states/failure.tsx';
import {type Loan, loansKey} from './loans.ts';
import {SchedulePreview} from './schedule-preview.tsx';
import {type Akad, type Product, type Terms, hasMargin, productsInForce} from './terms.ts';

type Allocations = Answered<'get-v1-allocations'>;
type Allocation = Allocations['items'][number];
type Body = operations['post-v1-loans']['requestBody']['content']['application/json'];

/** What came of it: a loan that waits for approval, or a command that waits for a second person. */
export type Applied = Loan | 'waiting';

export type ApplyFormProps = {
	readonly member: string;
	readonly allocations: readonly Allocation[];
	readonly products: readonly Product[];
	readonly today: string;
	readonly onApplied: (applied: Applied) => void;
};

/** The form as typed; amounts are undefined while they are not read. */
type Typed = {
	readonly allocation: string;
	readonly product: string;
	readonly akad: Akad;
	readonly purpose: string;
	readonly principal: string | undefined;
	readonly margin: string | undefined;
	readonly instalments: string;
};

const fields = ['allocation', 'product', 'akad', 'purpose', 'principal', 'margin', 'instalments'];

function useApplying(onApplied: (applied: Applied) => void) {
	const client = useQueryClient();
	return useWrite(
		async (body: Body, key) =>
			answerOf(api.POST('/v1/loans', {params: {header: {'Idempotency-Key': key}}, body})),
		(answer) => {
			void client.invalidateQueries({queryKey: loansKey});
			onApplied(isWaiting(answer) ? 'waiting' : answer);
		},
	);
}

/** The body of an application, as typed; what is missing the service says. */
function bodyOf(typed: Typed, product: Product | undefined, {member, today}: ApplyFormProps): Body {
	const instalments = Number.parseInt(typed.instalments, 10);
	return withoutEmpty({
		member,
		allocation: typed.allocation,
		akad: typed.akad,
		purpose: typed.purpose,
		principal: typed.principal ?? '',
		instalments: Number.isNaN(instalments) ? 0 : instalments,
		appliedOn: today,
		...(product ? {product: product.code} : {}),
		...(hasMargin(typed.akad) ? {margin: typed.margin ?? ''} : {}),
	});
}

export function ApplyForm(props: ApplyFormProps) {
	const {officer} = useTexts();
	const [typed, setTyped] = useState<Typed>({
		allocation: props.allocations[0]?.id ?? '',
		product: '',
		akad: 'murabahah',
		purpose: '',
		principal: '',
		margin: '',
		instalments: '12',
	});
	const write = useApplying(props.onApplied);
	const products = productsInForce(props.products, props.today);
	const product = products.find(({code}) => code === typed.product);
	const change = (part: Partial<Typed>): void => {
		setTyped((before) => ({...before, ...part}));
	};
	const terms: Terms = {
		akad: typed.akad,
		product,
		principal: typed.principal ?? '',
		margin: typed.margin ?? '',
		instalments: bodyOf(typed, product, props).instalments,
	};
	const submit = (event: SubmitEvent): void => {
		event.preventDefault();
		write.send(bodyOf(typed, product, props));
	};
	return (
		<form onSubmit={submit}>
			<SimpleGrid cols={{base: 1, md: 2}} spacing="lg">
				<Stack>
					<Refusal error={write.error} fields={fields} />
					<Kind {...{...props, products, typed, error: write.error}} onChange={change} />
					<Sums {...{typed, error: write.error}} onChange={change} />
					<Button type="submit" size="lg" loading={write.isSending}>
						{officer.application.send}
					</Button>
				</Stack>
				<SchedulePreview terms={terms} today={props.today} />
			</SimpleGrid>
		</form>
	);
}

type PartProps = {
	readonly typed: Typed;
	readonly error: Error | null;
	readonly onChange: (part: Partial<Typed>) => void;
};

/** Which money, and under which contract. */
function Kind({
	allocations,
	products,
	typed,
	error,
	onChange,
}: PartProps & Pick<ApplyFormProps, 'allocations' | 'products'>) {
	const {officer} = useTexts();
	const language = useLanguage();
	const chosen = products.find(({code}) => code === typed.product);
	const akads = Object.keys(officer.akad) as Akad[];
	return (
		<>
			<NativeSelect
				label={officer.application.allocation}
				value={typed.allocation}
				error={findingsOf(error, 'allocation', officer.application.allocation)}
				data={allocations.map(({id, agreementNumber, amount}) => ({
					value: id,
					label: officer.application.agreement(agreementNumber, showRupiah(amount, language)),
				}))}
				onChange={({currentTarget}) => {
					onChange({allocation: currentTarget.value});
				}}
			/>
			{products.length > 0 ? (
				<NativeSelect
					label={officer.application.product}
					value={typed.product}
					error={findingsOf(error, 'product', officer.application.product)}
					data={[
						{value: '', label: officer.application.noProduct},
						...products.map(({code, name}) => ({value: code, label: name})),
					]}
					onChange={({currentTarget}) => {
						const product = products.find(({code}) => code === currentTarget.value);
						onChange({product: currentTarget.value, ...(product ? {akad: product.akad} : {})});
					}}
				/>
			) : null}
			<NativeSelect
				label={officer.application.akad}
				value={typed.akad}
				disabled={chosen !== undefined}
				error={findingsOf(error, 'akad', officer.application.akad)}
				data={akads.map((value) => ({value, label: officer.akad[value]}))}
				onChange={({currentTarget}) => {
					onChange({akad: akads.find((akad) => akad === currentTarget.value)!});
				}}
			/>
			<TextInput
				label={officer.application.purpose}
				value={typed.purpose}
				error={findingsOf(error, 'purpose', officer.application.purpose)}
				onChange={({currentTarget}) => {
					onChange({purpose: currentTarget.value});
				}}
			/>
		</>
	);
}

/** How much, and how often it is paid back. */
function Sums({typed, error, onChange}: PartProps) {
	const {officer, fields: words} = useTexts();
	return (
		<>
			<RupiahField
				label={officer.application.principal}
				description={words.amountHint}
				value={typed.principal}
				error={findingsOf(error, 'principal', officer.application.principal)}
				onValue={(principal) => {
					onChange({principal});
				}}
			/>
			{hasMargin(typed.akad) ? (
				<RupiahField
					label={officer.application.margin}
					value={typed.margin}
					error={findingsOf(error, 'margin', officer.application.margin)}
					onValue={(margin) => {
						onChange({margin});
					}}
				/>
			) : null}
			<TextInput
				label={officer.application.instalments}
				description={officer.application.instalmentsHint}
				inputMode="numeric"
				value={typed.instalments}
				error={findingsOf(error, 'instalments', officer.application.instalments)}
				onChange={({currentTarget}) => {
					onChange({instalments: currentTarget.value});
				}}
			/>
		</>
	);
}
