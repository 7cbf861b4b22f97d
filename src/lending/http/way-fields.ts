import {z} from 'zod';
import {text} from '../../http/fields.ts';
import {methods} from '../index.ts';

export const anyMethod = z.enum(methods).meta({
	description:
		"payroll: the employer deducts it and owes it until its transfer arrives; deposit: from what is kept for the member with the loan's fund.",
});

export const employer = () =>
	text({max: 100}).meta({description: "Who deducts it from the member's pay."});

/** How a payment is made, as a body says it. */
export const wayFields = {method: anyMethod, employer: employer().optional()};

type Given<T> = Omit<T, 'employer'> & {readonly employer?: string};

/** A body without an employer that was not given. */
export const withoutGap = <T extends {readonly employer?: string | undefined}>({
	employer: given,
	...body
}: T): Given<Omit<T, 'employer'>> => ({
	...body,
	...(given === undefined ? {} : {employer: given}),
});
