/**
 * The counts of a run in TAP. A failed hook, an exception or a file without tests is a line `not ok`
 * of its own; a test left for later counts as failed.
 */
export function readTap(text) {
	const totals = {passed: 0, failed: 0, skipped: 0};
	for (const line of text.split('\n')) {
		if (/^not ok \d+/u.test(line)) totals.failed += 1;
		else if (/^ok \d+.* # SKIP\b/iu.test(line)) totals.skipped += 1;
		else if (/^ok \d+.* # TODO\b/iu.test(line)) totals.failed += 1;
		else if (/^ok \d+/u.test(line)) totals.passed += 1;
	}
	return totals;
}
