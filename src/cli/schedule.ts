import {text as readAll} from 'node:stream/consumers';
import type {Command} from 'commander';
import {fieldTexts} from '../http/field-texts.ts';
import {toFindings} from '../http/findings.ts';
import {fill} from '../kernel/errors.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {presentSchedule, scheduleRequest, toTerms} from '../lending/http/schedule-contract.ts';
import {buildSchedule} from '../lending/index.ts';

export function registerSchedule(program: Command): void {
	program
		.command('schedule')
		.description('an instalment schedule: terms as JSON on the standard input, rows as JSON out')
		.action(async () => {
			const answer = scheduleFromJson(await readAll(process.stdin));
			process.stdout.write(`${answer}\n`);
		});
}

/** The schedule of terms given as JSON, as JSON. @throws with a sentence for each fault. */
export function scheduleFromJson(input: string): string {
	let terms: unknown;
	try {
		terms = JSON.parse(input);
	} catch (cause) {
		const told = cause instanceof Error ? cause.message : '';
		throw new StartupFailure(`The standard input is not JSON: ${told}`, {cause});
	}
	const parsed = scheduleRequest.safeParse(terms);
	if (!parsed.success) {
		const findings = toFindings('body', terms, parsed.error.issues);
		const sentences = findings.map(({code, values}) => {
			const sentence = fill(fieldTexts[code as keyof typeof fieldTexts].en, values);
			return `${sentence} (${code})`;
		});
		throw new StartupFailure(sentences.join('\n'));
	}
	return JSON.stringify(presentSchedule(buildSchedule(toTerms(parsed.data))));
}
