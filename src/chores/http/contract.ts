import {z} from 'zod';
import {dateText, momentText, pageQuery} from '../../http/fields.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {
	type ChoreName,
	type ChoreRun,
	type ChoreStanding,
	choreNames,
	isNightly,
	runStates,
} from '../index.ts';

const sentence = z.strictObject({id: z.string(), en: z.string()});

/** What each chore does, for who looks at the list. */
const summaries: Readonly<Record<ChoreName, z.output<typeof sentence>>> = {
	'months-sealed': {
		id: 'Menyegel bulan yang sudah lewat di setiap buku.',
		en: 'Seals the months that are over in every book.',
	},
	classes: {
		id: 'Mencatat kolektibilitas semua pembiayaan per hari itu menurut setiap kebijakan.',
		en: 'Records the collectibility of all loans as of the day, under every policy.',
	},
	provisions: {
		id: 'Membukukan penyisihan pada akhir bulan, bila dinyalakan.',
		en: 'Books the provisions at the end of a month, where that is switched on.',
	},
	detectors: {
		id: 'Menjalankan semua pendeteksi untuk hari itu dan mengangkat temuannya.',
		en: 'Runs every detector for the day and raises what is grave.',
	},
	verification: {
		id: 'Menghitung ulang rantai, rekap dan setiap hukum di semua buku.',
		en: 'Recomputes chains, totals and every law of all books.',
	},
	checkpoints: {
		id: 'Menandatangani titik periksa bila ada yang baru.',
		en: 'Signs a checkpoint where anything is new.',
	},
	'findings-escalated': {
		id: 'Menaikkan temuan yang lewat tenggat dan mengingatkan yang hampir.',
		en: 'Escalates findings that are overdue and reminds of those that soon are.',
	},
	'reports-expired': {
		id: 'Menghapus berkas laporan yang lewat masa simpannya.',
		en: 'Forgets the files of reports that were kept long enough.',
	},
	'imports-forgotten': {
		id: 'Menghapus unggahan impor yang sudah lama selesai.',
		en: 'Forgets what was uploaded by imports that ended long ago.',
	},
};

export const runAnswer = z.strictObject({
	chore: z.enum(choreNames),
	day: dateText().meta({
		description: 'The day that is over, of a nightly chore; else the day on which it ran.',
	}),
	state: z.enum(runStates),
	turns: z.number().meta({description: 'How often it was begun.'}),
	startedAt: momentText(),
	endedAt: momentText().nullable(),
	place: z.string().nullable().meta({description: 'The book it came to, where it goes on.'}),
	outcome: z.record(z.string(), z.unknown()).nullable().meta({
		description: 'Figures and codes, of all books: for who may see all books.',
	}),
	fault: z.string().nullable(),
});

/** A run is over all books: what it came to is for who may see all of them. */
export const presentRun = (
	run: ChoreRun,
	{all: isEverywhere}: CallerScope,
): z.output<typeof runAnswer> => ({
	chore: run.chore,
	day: run.day,
	state: run.state,
	turns: run.turns,
	startedAt: run.startedAt.toISOString(),
	endedAt: run.endedAt?.toISOString() ?? null,
	place: (isEverywhere ? run.place : undefined) ?? null,
	outcome: isEverywhere ? {...run.outcome} : null,
	fault: run.fault ?? null,
});

export const choreAnswer = z.strictObject({
	name: z.enum(choreNames),
	summary: sentence,
	rhythm: z.enum(['nightly', 'recurring']),
	lastRun: runAnswer.nullable(),
	lastSuccessAt: momentText().nullable(),
	daysBehind: z.number(),
	due: z.array(dateText()).meta({description: 'The days it is done for next, the oldest first.'}),
	nextAt: momentText().nullable(),
});

export const presentChore = (
	standing: ChoreStanding,
	scope: CallerScope,
): z.output<typeof choreAnswer> => ({
	name: standing.name,
	summary: summaries[standing.name],
	rhythm: isNightly(standing.name) ? 'nightly' : 'recurring',
	lastRun: standing.lastRun ? presentRun(standing.lastRun, scope) : null,
	lastSuccessAt: standing.lastSuccessAt?.toISOString() ?? null,
	daysBehind: standing.daysBehind,
	due: [...standing.due],
	nextAt: standing.nextAt?.toISOString() ?? null,
});

export const runsQuery = z.strictObject({
	chore: z.enum(choreNames).optional(),
	state: z.enum(runStates).optional(),
	...pageQuery,
});

export const runPosition = z.object({day: z.iso.date(), chore: z.string()});
