import {useQueryClient} from '@tanstack/react-query';
import {answerOf, api} from '../api/client.ts';
import {ActionForm, type FormField} from '../fields/action-form.tsx';
import {useTexts} from '../language.ts';
import type {Product} from './product.ts';
import {VersionEffect} from './version-effect.tsx';

type NextVersionProps = {readonly book: string; readonly product: Product};

/** What is null is not there: it is left out of what is sent. */
const withoutNull = <T extends object>(body: T): {[K in keyof T]: NonNullable<T[K]>} =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as {
		[K in keyof T]: NonNullable<T[K]>;
	};

/** The next version of a product: what is changed here, and all else as it is in this one. */
export function NextVersion({book, product}: NextVersionProps) {
	const {products} = useTexts();
	const client = useQueryClient();
	const {principalMin, principalMax, yearlyRate, legalBasis, name} = product;
	const fields: FormField[] = [
		{name: 'name', label: products.name, kind: 'text', initial: name},
		{name: 'effectiveFrom', label: products.from, kind: 'date'},
		{name: 'principalMin', label: products.least, kind: 'amount', initial: principalMin},
		{name: 'principalMax', label: products.most, kind: 'amount', initial: principalMax},
		...(yearlyRate === null
			? []
			: [{name: 'yearlyRate', label: products.rate, kind: 'text', initial: yearlyRate} as const]),
		{name: 'legalBasis', label: products.basis, kind: 'text', initial: legalBasis},
	];
	return (
		<ActionForm
			fields={fields}
			above={(values) => <VersionEffect product={product} values={values} />}
			submit={products.next}
			done={products.kept}
			send={async (values, key) => {
				const {version: _, createdBy: __, fees, waterfall, ...terms} = product;
				const body = {
					...withoutNull(terms),
					waterfall,
					fees: fees.map((fee) => withoutNull(fee)),
					...values,
				};
				return answerOf(
					api.POST('/v1/cooperatives/{book}/products', {
						params: {path: {book}, header: {'Idempotency-Key': key}},
						// What a version answers and what is asked of the next one are the same terms.
						body: body as never,
					}),
				);
			}}
			onDone={() => void client.invalidateQueries({queryKey: ['products', book]})}
		/>
	);
}
