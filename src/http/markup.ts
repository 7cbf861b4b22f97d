import {createHash} from 'node:crypto';
import type {Answer} from './route.ts';

/** Text that is HTML already: only {@link markup} and {@link trustedMarkup} make it. */
export class Markup {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Value = string | number | Markup | readonly Markup[] | undefined;

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/gu, (mark) => escapes[mark]!);

function written(value: Value): string {
	if (value === undefined) return '';
	if (value instanceof Markup) return value.text;
	if (typeof value === 'object') return value.map(({text}) => text).join('');
	return escape(String(value));
}

/**
 * HTML from a template: whatever is put into it is text and shown as it is, also within quotes, and
 * never read as HTML; only what was made here goes in as it stands.
 */
export const markup = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
	new Markup(String.raw({raw: parts}, ...values.map(written)));

/** HTML that a library of ours made of values that cannot hold any: a picture as SVG. */
export const trustedMarkup = (text: string): Markup => new Markup(text);

export type Page = {
	readonly status?: number;
	readonly language: string;
	readonly title: string;
	/** The one style sheet of the page. */
	readonly style: string;
	readonly body: Markup;
};

/**
 * A page that runs nothing and asks nothing of any other address: of styles the browser takes this
 * one alone, known by its hash, and of scripts none.
 */
export function pageAnswer({status = 200, language, title, style, body}: Page): Answer {
	const digest = createHash('sha256').update(style).digest('base64');
	const head = markup`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trustedMarkup(style)}</style>`;
	const page = markup`<!doctype html>
<html lang="${language}">
<head>
${head}
</head>
<body>
${body}
</body>
</html>
`;
	return {
		status,
		headers: {
			'Content-Language': language,
			'Content-Security-Policy':
				`default-src 'none'; style-src 'sha256-${digest}'; ` +
				"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
			'X-Robots-Tag': 'noindex',
		},
		content: {type: 'text/html; charset=utf-8', body: page.text},
	};
}
