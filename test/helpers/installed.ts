import {execFileSync} from 'node:child_process';

/** Whether a program of somebody else's is on this machine. */
export function isInstalled(program: string, flag = '--version'): boolean {
	try {
		execFileSync(program, [flag], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
}
