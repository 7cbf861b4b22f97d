import {z} from 'zod';
import {bankDigitsMax, bankDigitsMin, readBankNumber} from '../kernel/bank-number.ts';
import type {AccountCode, AttachmentId, BookCode} from '../kernel/ids.ts';
import {type LocalDate, isLocalDateText} from '../kernel/local-date.ts';
import {type Rupiah, rupiah} from '../kernel/money.ts';
import {nikFault} from '../kernel/nik.ts';
import {percent} from '../kernel/rate.ts';
import {type KelurahanCode, type RegionCode, regionPattern} from '../kernel/region-code.ts';
import type {FieldCode} from './field-texts.ts';

/** What a schema says of a bad value: our code, and the values that the sentence mentions. */
export type FieldIssue = {readonly code: FieldCode; readonly [name: string]: string};

type Check = (value: string) => FieldIssue | undefined;

/** Text that a check may refuse with a code of our own. The value is shown unless it is private. */
const checkedText = (
	check: Check,
	meta: Readonly<Record<string, unknown>>,
	{isPrivate = false, otherwise}: {isPrivate?: boolean; otherwise?: FieldCode} = {},
) =>
	z
		.string(otherwise)
		.superRefine((value, context) => {
			const issue = check(value);
			if (!issue) return;
			const shown: Record<string, string> = isPrivate ? {} : {value: value.slice(0, 80)};
			context.addIssue({code: 'custom', message: issue.code, params: {...shown, ...issue}});
		})
		.meta(meta);

const plainAmount = /^-?\d+(\.\d+)?$/;

const amountIssue = (value: string): FieldIssue | undefined => {
	if (!plainAmount.test(value)) return {code: 'amount/malformed'};
	if (/\.\d{3,}$/.test(value)) return {code: 'amount/too-many-decimals'};
	if (value.replace(/^-|\..*$/gu, '').length > 18) return {code: 'amount/too-large'};
	if (value.startsWith('-')) return {code: 'amount/negative'};
	return undefined;
};

const amountMeta = {
	description: 'Rupiah as text with at most two decimals; never a JSON number.',
	pattern: String.raw`^\d{1,18}(\.\d{1,2})?$`,
	examples: ['1250000.00'],
};

/** An amount above zero. */
export const amount = () =>
	checkedText(
		(value) => {
			const issue = amountIssue(value);
			if (issue) return issue;
			return /[1-9]/.test(value) ? undefined : {code: 'amount/zero'};
		},
		amountMeta,
		{otherwise: 'amount/not-text'},
	).transform((value): Rupiah => rupiah(value));

/** An amount of zero or more. */
export const amountOrZero = () =>
	checkedText(amountIssue, amountMeta, {otherwise: 'amount/not-text'}).transform((value): Rupiah =>
		rupiah(value),
	);

/** An amount in an answer. */
export const amountText = () =>
	z.string().meta({...amountMeta, pattern: String.raw`^-?\d{1,36}\.\d{2}$`});

/** A date of account. */
export const date = () =>
	checkedText(
		(value) => {
			if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return {code: 'date/malformed'};
			return isLocalDateText(value) ? undefined : {code: 'date/not-a-day'};
		},
		{description: 'A date of account, YYYY-MM-DD.', format: 'date', examples: ['2026-03-31']},
	).transform((value) => value as LocalDate);

export const dateText = () => z.string().meta({format: 'date', examples: ['2026-03-31']});

/** A month of account, given as YYYY-MM; its first day. */
export const month = () =>
	checkedText(
		(value) => (isLocalDateText(`${value}-01`) ? undefined : {code: 'date/not-a-month'}),
		{description: 'A month, YYYY-MM.', pattern: String.raw`^\d{4}-\d{2}$`, examples: ['2026-03']},
	).transform((value) => `${value}-01` as LocalDate);

/** A moment with its zone (RFC 3339), for `knownAt`. */
export const moment = () =>
	checkedText(
		(value) => {
			const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
			const isMoment = shape.test(value) && isLocalDateText(value.slice(0, 10));
			return isMoment && !Number.isNaN(Date.parse(value)) ? undefined : {code: 'moment/malformed'};
		},
		{
			description: 'A moment (RFC 3339).',
			format: 'date-time',
			examples: ['2026-04-05T17:00:00+07:00'],
		},
	);

export const momentText = () => z.string().meta({format: 'date-time'});

const coded = (pattern: RegExp, code: FieldCode, description: string, example: string) =>
	checkedText((value) => (pattern.test(value) ? undefined : {code}), {
		description,
		pattern: pattern.source,
		examples: [example],
	});

export const regionCodeField = () =>
	coded(regionPattern, 'region/malformed', 'An official region code.', '17.71.01').transform(
		(value) => value as RegionCode,
	);

export const kelurahanField = () =>
	coded(
		/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/,
		'kelurahan/malformed',
		'The official code of a desa or kelurahan.',
		'17.71.01.1001',
	).transform((value) => value as KelurahanCode);

export const bookCode = () =>
	coded(
		/^[A-Z0-9][A-Z0-9-]{1,31}$/,
		'book/malformed',
		'The code of a book; a cooperative has the code of its book.',
		'KOP-1771011001',
	).transform((value) => value as BookCode);

export const accountCode = () =>
	coded(/^[0-9]+(\.[0-9]+)*$/, 'account/malformed', 'The code of an account.', '1.1.01').transform(
		(value) => value as AccountCode,
	);

/** The kind of an entry. */
export const entryKind = () =>
	coded(/^[a-z][a-z-]*$/, 'kind/malformed', 'The kind of an entry.', 'repayment');

/** Some values of a query, separated by commas; each is held to what one of them has to be. */
export const listOf = <Item extends z.ZodType<unknown, string>>(item: Item, description: string) =>
	z
		.string()
		.max(4000)
		.transform((value) => value.split(','))
		.pipe(z.array(item).max(200))
		.meta({description: `${description} Several are separated by commas.`});

/** An identity (UUID). */
export const id = <Id extends string>() =>
	coded(
		/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
		'id/malformed',
		'An identity (UUID).',
		'0190b1c0-0000-7000-8000-000000000000',
	).transform((value) => value as Id);

/** Papers that were uploaded, whose hashes are sealed with the entry that they prove. */
export const papers = () =>
	z
		.array(id<AttachmentId>())
		.min(1)
		.max(5)
		.meta({description: 'Attachments that prove it; their SHA-256 is sealed with the entry.'});

/** Text without control characters, its outer spaces taken off. */
export const text = ({min = 1, max}: {readonly min?: number; readonly max: number}) =>
	checkedText(
		(value) => {
			const length = value.trim().length;
			if (length < min) return {code: 'text/too-short', min: String(min)};
			if (length > max)
				return {code: 'text/too-long', max: String(max), value: `${value.slice(0, 20)}…`};
			return /[\u0000-\u001F\u007F\uFFFD\p{Cs}]/u.test(value)
				? {code: 'text/control-character', value: ''}
				: undefined;
		},
		{minLength: min, maxLength: max},
	).transform((value) => value.trim());

/** A whole number in a JSON body. */
export const count = ({min, max}: {readonly min: number; readonly max: number}) =>
	z
		.number()
		.superRefine((value, context) => {
			if (Number.isInteger(value) && value >= min && value <= max) return;
			const params = {
				code: 'count/out-of-range',
				value: String(value),
				min: String(min),
				max: String(max),
			};
			context.addIssue({code: 'custom', message: params.code, params});
		})
		.meta({type: 'integer', minimum: min, maximum: max});

/** A whole number in a query or path, where everything is text. */
export const countText = ({min, max}: {readonly min: number; readonly max: number}) =>
	checkedText(
		(value) => {
			const isWhole = /^\d{1,15}$/.test(value);
			const number = Number.parseInt(value, 10);
			if (isWhole && number >= min && number <= max) return undefined;
			return {code: 'count/out-of-range', min: String(min), max: String(max)};
		},
		{description: `A whole number from ${min} to ${max}.`, examples: [String(min)]},
	).transform((value) => Number.parseInt(value, 10));

/** A percentage as text, such as "12.5". */
export const percentText = () =>
	checkedText(
		(value) => (/^\d{1,6}(\.\d{1,10})?$/.test(value) ? undefined : {code: 'percent/malformed'}),
		{description: 'A percentage as text.', examples: ['12.5']},
	).transform((value) => percent(value));

/** A NIK. Personal data: it is checked, and never shown again in an answer about it. */
export const nik = () =>
	checkedText(
		(value) => {
			const fault = nikFault(value);
			return fault === undefined ? undefined : {code: fault};
		},
		{
			description: 'Nomor Induk Kependudukan, sixteen digits. Personal data.',
			pattern: String.raw`^\d{16}$`,
		},
		{isPrivate: true},
	);

/** The number of an account at a bank or of an e-wallet. Personal data, likewise. */
export const bankNumber = () =>
	checkedText(
		(value) => (readBankNumber(value) === undefined ? {code: 'bank-number/malformed'} : undefined),
		{
			description: `The number of an account, ${bankDigitsMin} to ${bankDigitsMax} digits. Personal data.`,
			examples: ['0033-01-004321-50-1'],
		},
		{isPrivate: true},
	);

/** A phone in an answer: its last three digits alone. */
export const maskedPhone = () =>
	z.string().nullable().meta({description: 'Only the last three digits are shown.'});

/** The page of a list: where to go on, and how many. */
export const pageQuery = {
	cursor: z
		.string()
		.max(200)
		.optional()
		.meta({description: 'Where to go on: the nextCursor of the page before.'}),
	limit: countText({min: 1, max: 1000}).optional(),
};

/** A page of a list in an answer. */
export const page = <Item extends z.ZodType>(item: Item) =>
	z.object({items: z.array(item), nextCursor: z.string().nullable()});
