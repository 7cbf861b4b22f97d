import {z} from 'zod';
import {refuse} from './errors.ts';

/** The form of a backup; a program reads its own and older ones. */
export const formatVersion = 1;

const headerSchema = z.strictObject({
	format: z.int(),
	/** The version of the program that made it. */
	version: z.string(),
	/** The moment of its snapshot, by the clock of the database. */
	madeAt: z.string(),
	/** The version of PostgreSQL. */
	postgres: z.string(),
	/** What made the tables what they are. */
	migrations: z.array(z.string().regex(/^\w+$/u)),
});

/** What a backup says of itself before its rows. */
export type BackupHeader = z.infer<typeof headerSchema>;

const headSchema = z.strictObject({
	book: z.string(),
	number: z.int(),
	hash: z.string(),
});

const manifestSchema = z.strictObject({
	tables: z.array(
		z.strictObject({table: z.string(), rows: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/u)}),
	),
	/** The last entry of every book. */
	heads: z.array(headSchema),
	/** The last administrative act. */
	trail: z.strictObject({number: z.int(), hash: z.string()}),
	/** What waited for a worker. */
	jobs: z.array(z.strictObject({queue: z.string(), job: z.uuid(), id: z.string()})),
});

/** What a backup says of itself after its rows: what must be there when it was restored. */
export type BackupManifest = z.infer<typeof manifestSchema>;
export type BookHead = z.infer<typeof headSchema>;

/** @throws DomainError `backup/not-a-backup`, or `backup/newer-than-program` by its form. */
export function readHeader(text: string): BackupHeader {
	const value = parse(text);
	const format = z.looseObject({format: z.int(), version: z.string()}).safeParse(value);
	if (format.success && format.data.format > formatVersion) {
		throw refuse('backup/newer-than-program', {
			version: format.data.version,
			names: `format ${format.data.format}`,
		});
	}
	const header = headerSchema.safeParse(value);
	if (!header.success) throw refuse('backup/not-a-backup', {told: 'its first line is malformed'});
	return header.data;
}

/** @throws DomainError `backup/damaged`. */
export function readManifest(text: string): BackupManifest {
	const manifest = manifestSchema.safeParse(parse(text));
	if (!manifest.success) throw refuse('backup/damaged', {told: 'its manifest is malformed'});
	return manifest.data;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
