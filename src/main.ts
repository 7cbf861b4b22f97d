#!/usr/bin/env node
import {createProgram} from './cli/program.ts';
import {failureText} from './cli/fail.ts';

// A reader that has seen enough (`… | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});

try {
	await createProgram(process.env).parseAsync(process.argv);
} catch (error) {
	process.stderr.write(`${failureText(error)}\n`);
	process.exitCode = 1;
}
