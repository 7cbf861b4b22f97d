import {z} from 'zod';

/** The code of a product, as its cooperative calls it. */
export const productCode = () =>
	z
		.string()
		.regex(/^[A-Z0-9][A-Z0-9-]{0,31}$/)
		.meta({description: 'Capital letters, digits and hyphens.', examples: ['MRB-12']});

/** A part of a whole as a pure number above nought and below one: a nisbah, a percentage fee. */
export const shareText = () =>
	z
		.string()
		.regex(/^0\.\d{1,18}$/)
		.refine((text) => /[1-9]/.test(text))
		.meta({description: 'A pure number between 0 and 1: "0.3" is 30 %.', examples: ['0.3']});
