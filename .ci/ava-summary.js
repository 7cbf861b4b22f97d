// Reads the counts from what ava printed.
const count = (text, pattern) => {
	const found = [...text.matchAll(pattern)].at(-1);
	return found === undefined ? 0 : Number.parseInt(found[1], 10);
};

/**
 * The counts of a run. Failed hooks, exceptions and rejections outside a test count as failures;
 * ava names the passed tests only when none failed, so otherwise their lines are counted.
 */
export function readSummary(text) {
	const passedLines = [...text.matchAll(/^ +✔ .*$/gmu)].length;
	const failed = [
		/^ +(\d+) tests? failed/gmu,
		/^ +(\d+) hooks? failed/gmu,
		/^ +(\d+) uncaught exceptions?/gmu,
		/^ +(\d+) unhandled rejections?/gmu,
		/^ +(\d+) known failures?/gmu,
		/^ +(\d+) tests? todo/gmu,
	].reduce((sum, pattern) => sum + count(text, pattern), 0);
	return {
		passed: count(text, /^ +(\d+) tests? passed/gmu) || passedLines,
		failed,
		skipped: count(text, /^ +(\d+) tests? skipped/gmu),
	};
}
