import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type ColumnText,
	type Heading,
	type Reader,
	type Row,
	type Sheet,
	columnsOf,
} from '../../files/sheet.ts';
import type {Language} from '../../kernel/errors.ts';
import type {healthScoreAnswer, ratioAnswer, scoreAnswer} from './health-score-contract.ts';
import {reportTitles} from './report-titles.ts';

type Ratio = z.output<typeof ratioAnswer>;
type Score = z.output<typeof scoreAnswer>;

const ratioColumns: readonly ColumnText[] = [
	['policy', 'text', 'Kebijakan', 'Policy'],
	['section', 'text', 'Aspek', 'Section'],
	['code', 'text', 'Kode', 'Code'],
	['name', 'text', 'Rasio', 'Ratio'],
	['formula', 'text', 'Rumus', 'Formula'],
	['numerator', 'amount', 'Pembilang', 'Numerator'],
	['denominator', 'amount', 'Penyebut', 'Denominator'],
	['value', 'ratio', 'Hasil', 'Value'],
	['band', 'text', 'Batas (%)', 'Band (%)'],
	['outcome', 'text', 'Penilaian', 'Outcome'],
	['score', 'text', 'Nilai', 'Score'],
	['weight', 'text', 'Bobot', 'Weight'],
	['points', 'text', 'Skor', 'Points'],
	['isProvisional', 'text', 'Sementara', 'Provisional'],
	['source', 'text', 'Sumber', 'Source'],
];

const scoreColumns: readonly ColumnText[] = [
	['policy', 'text', 'Kebijakan', 'Policy'],
	['assessedWeight', 'text', 'Bobot yang dinilai', 'Assessed weight'],
	['points', 'text', 'Skor', 'Points'],
	['pointsOfAssessed', 'text', 'Skor dari bobot yang dinilai', 'Points of the assessed weight'],
	['predicate', 'text', 'Predikat atas bobot itu', 'Predicate for that weight'],
	['atWorst', 'text', 'Predikat terendah', 'Predicate at worst'],
	['atBest', 'text', 'Predikat tertinggi', 'Predicate at best'],
];

const outcomeTexts: Readonly<Record<Ratio['outcome'], Heading>> = {
	scored: {id: 'Dinilai', en: 'Scored'},
	'needs-person': {id: 'Belum dinilai; perlu orang', en: 'Not assessed; needs a person'},
	'no-divisor': {
		id: 'Tidak dinilai; penyebut nol atau kurang',
		en: 'Not scored; divisor is nothing or less',
	},
	'bands-not-found': {
		id: 'Tidak dinilai; batas tidak ditemukan',
		en: 'Not scored; bands were not found',
	},
};

const named = ({nameId, nameEn}: {nameId: string; nameEn: string}, language: Language): string =>
	language === 'id' ? nameId : nameEn;

const yes: Heading = {id: 'ya', en: 'yes'};
const no: Heading = {id: 'tidak', en: 'no'};

const flatRatio = (row: Ratio, language: Language): Row => ({
	policy: row.policy,
	section: language === 'id' ? row.sectionId : row.sectionEn,
	code: row.code,
	name: named(row, language),
	formula: language === 'id' ? row.formulaId : row.formulaEn,
	numerator: row.numerator,
	denominator: row.denominator,
	value: row.value,
	band: row.band,
	outcome: outcomeTexts[row.outcome][language],
	score: row.score,
	weight: row.weight,
	points: row.points,
	isProvisional: (row.isProvisional ? yes : no)[language],
	source: row.source,
});

const flatScore = (score: Score, language: Language): Row => ({
	policy: named(score, language),
	assessedWeight: score.assessedWeight,
	points: score.points,
	pointsOfAssessed: score.pointsOfAssessed,
	predicate: score.predicate && named(score.predicate, language),
	atWorst: named(score.predicateAtWorst, language),
	atBest: named(score.predicateAtBest, language),
});

/** A predicate is never read without how much of the weight it covers. */
function notice(score: Score, language: Language): string {
	const {predicate, assessedWeight, replacedBy} = score;
	const name = named(score, language);
	const replaced = {
		id: replacedBy === null ? '' : ` Sudah diganti ${replacedBy}.`,
		en: replacedBy === null ? '' : ` Replaced by ${replacedBy}.`,
	}[language];
	if (predicate === null) {
		return {
			id: `${name}: tidak ada yang dapat dinilai dari buku.${replaced}`,
			en: `${name}: nothing could be scored from the books.${replaced}`,
		}[language];
	}
	return {
		id: `${name}: "${predicate.nameId}" hanya atas ${assessedWeight} dari 100 bobot; sisanya belum dinilai.${replaced}`,
		en: `${name}: "${predicate.nameEn}" for ${assessedWeight} of 100 of the weight alone; the rest is not assessed.${replaced}`,
	}[language];
}

/** Ratio by ratio, and what comes of them; CSV has the ratios, with a sum for each policy. */
export function layHealthScore(
	{meta, rows, scores}: z.output<typeof healthScoreAnswer>,
	reader: Reader,
): Sheet {
	const {language} = reader;
	const total = {id: 'Jumlah yang dinilai', en: 'Total of what was scored'}[language];
	return reportSheet(meta, reader, {
		title: reportTitles['health-score']!,
		notices: scores.map((score) => notice(score, language)),
		tables: [
			{
				columns: columnsOf(ratioColumns, language),
				rows: rows.map((row) => flatRatio(row, language)),
				links: rows.map(({links}) => links),
				totals: scores.map(({policy, assessedWeight, points}) => ({
					row: {policy, section: total, weight: assessedWeight, points},
					isSum: false,
				})),
			},
			{
				heading: {id: 'Hasil penilaian', en: 'What comes of it'}[language],
				columns: columnsOf(scoreColumns, language),
				rows: scores.map((score) => flatScore(score, language)),
			},
		],
	});
}
