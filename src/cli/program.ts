import {Command} from 'commander';
import {readConfig} from '../config.ts';
import {registerAuditLog} from './audit-log.ts';
import {registerBackup} from './backup.ts';
import {registerDemo} from './demo.ts';
import {registerDetect} from './detect.ts';
import type {Environment} from './environment.ts';
import {registerEvidence} from './evidence.ts';
import {registerExport} from './export.ts';
import {registerFindings} from './findings.ts';
import {registerLoad} from './load.ts';
import {registerMigrate} from './migrate.ts';
import {registerRebuild} from './rebuild.ts';
import {registerNight} from './night-command.ts';
import {registerReport} from './report.ts';
import {registerRestore} from './restore.ts';
import {registerSchedule} from './schedule.ts';
import {registerSeed} from './seed.ts';
import {registerServe} from './serve-command.ts';
import {registerUsers} from './users.ts';
import {registerVerify} from './verify.ts';

/** The command line: data on the standard output, talk on the standard error. */
export function createProgram(variables: Readonly<Record<string, string | undefined>>): Command {
	const environment: Environment = {config: () => readConfig(variables), variables};
	const program = new Command('bergulir')
		.description('A revolving-fund ledger for LKM and BMT cooperatives.')
		.showHelpAfterError('(add --help for what is possible)');
	registerServe(program, environment);
	registerMigrate(program, environment);
	registerSeed(program, environment);
	registerDemo(program, environment);
	registerUsers(program, environment);
	registerSchedule(program);
	registerExport(program, environment);
	registerLoad(program, environment);
	registerVerify(program, environment);
	registerRebuild(program, environment);
	registerDetect(program, environment);
	registerNight(program, environment);
	registerEvidence(program, environment);
	registerReport(program, environment);
	registerFindings(program, environment);
	registerAuditLog(program, environment);
	registerBackup(program, environment);
	registerRestore(program, environment);
	return program;
}
