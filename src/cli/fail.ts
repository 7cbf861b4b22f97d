import {StartupFailure} from '../db/startup-failure.ts';
import {DomainError, InvalidValue, fill} from '../kernel/errors.ts';

/** What to tell whoever ran a command that failed: sentences for what they can set right. */
export function failureText(error: unknown): string {
	if (error instanceof InvalidValue) return error.message;
	if (error instanceof StartupFailure) {
		return error.code === undefined ? error.message : `${error.message} (${error.code})`;
	}
	if (error instanceof DomainError) {
		const [first, ...others] = error.findings;
		const more = others.map(({code, path}) => `${path}: ${code}`);
		return [`${fill(error.text.en, first!.values)} (${error.code})`, ...more].join('\n');
	}
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
