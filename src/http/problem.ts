import {
	type DomainError,
	type Finding,
	type Language,
	type RefusalText,
	fill,
} from '../kernel/errors.ts';
import {fieldTexts} from './field-texts.ts';
import {requestStatuses, requestTexts} from './request-texts.ts';

/** The refusals of one room: its sentences, and the status that each is answered with. */
export type RefusalTable = {
	readonly texts: Readonly<Record<string, RefusalText>>;
	readonly statuses: Readonly<Record<string, number>>;
};

/** RFC 9457, with a stable code and every finding. */
export type Problem = {
	readonly type: string;
	readonly title: string;
	readonly status: number;
	readonly code: string;
	readonly detail: string;
	readonly instance: string;
	readonly findings: readonly {
		readonly code: string;
		readonly path: string;
		readonly message: string;
		readonly value?: string;
	}[];
};

const titles: Record<number, RefusalText> = {
	400: {id: 'Permintaan tidak terbaca', en: 'Unreadable request'},
	401: {id: 'Belum masuk', en: 'Not signed in'},
	403: {id: 'Tidak diizinkan', en: 'Not allowed'},
	404: {id: 'Tidak ditemukan', en: 'Not found'},
	405: {id: 'Metode tidak diterima', en: 'Method not allowed'},
	406: {id: 'Bentuk tidak tersedia', en: 'Format not available'},
	409: {id: 'Bertentangan dengan keadaan', en: 'In conflict with the state of things'},
	410: {id: 'Sudah tidak disimpan', en: 'Not kept any more'},
	413: {id: 'Terlalu besar', en: 'Too large'},
	415: {id: 'Jenis isi tidak diterima', en: 'Content type not accepted'},
	422: {id: 'Permintaan ditolak', en: 'Request refused'},
	429: {id: 'Terlalu sering', en: 'Too often'},
	500: {id: 'Kesalahan layanan', en: 'Fault of the service'},
	503: {id: 'Layanan tidak tersedia', en: 'Service unavailable'},
};

export type Problems = {
	/** The problem of a refusal whose findings have their own texts. */
	readonly ofRefusal: (error: DomainError, language: Language, requestId: string) => Problem;
	readonly ofFindings: (
		findings: readonly Finding[],
		language: Language,
		requestId: string,
	) => Problem;
};

/** Makes problems from the tables of all rooms: the only place where a code becomes a status. */
export function createProblems(tables: readonly RefusalTable[]): Problems {
	const texts: Record<string, RefusalText> = {...fieldTexts, ...requestTexts};
	const statuses: Record<string, number> = {...requestStatuses};
	for (const table of tables) {
		Object.assign(texts, table.texts);
		Object.assign(statuses, table.statuses);
	}
	const build = (findings: readonly Finding[], language: Language, requestId: string): Problem => {
		const [first] = findings as [Finding, ...Finding[]];
		const isOne = findings.every(({code}) => code === first.code);
		const code = isOne ? first.code : 'request/invalid';
		const status = statuses[code] ?? 422;
		const sentence = (finding: Finding): string =>
			fill(texts[finding.code]?.[language] ?? finding.code, finding.values);
		return {
			type: `urn:bergulir:problem:${code}`,
			title: titles[status]?.[language] ?? code,
			status,
			code,
			detail: isOne ? sentence(first) : requestTexts['request/invalid'][language],
			instance: `urn:bergulir:request:${requestId}`,
			findings: findings.map((finding) => ({
				code: finding.code,
				path: finding.path,
				message: sentence(finding),
				...(finding.values.value === undefined ? {} : {value: finding.values.value}),
			})),
		};
	};
	return {
		ofRefusal: (error, language, requestId) => build(error.findings, language, requestId),
		ofFindings: build,
	};
}

/** The language that a request prefers; Indonesian unless it asks for English first. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
	const wanted = (acceptLanguage ?? '')
		.split(',')
		.map((part) => part.trim().slice(0, 2).toLowerCase());
	return (
		wanted.find((language): language is Language => language === 'id' || language === 'en') ?? 'id'
	);
}
