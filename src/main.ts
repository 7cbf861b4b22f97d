#!/usr/bin/env node
import {createProgram} from './cli/program.ts';
import {failureText} from './cli/fail.ts';

try {
	await createProgram(process.env).parseAsync(process.argv);
} catch (error) {
	process.stderr.write(`${failureText(error)}\n`);
	process.exitCode = 1;
}
