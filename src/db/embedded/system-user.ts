import {execFile} from 'node:child_process';
import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {StartupFailure} from '../startup-failure.ts';

const run = promisify(execFile);

/** The unprivileged user that PostgreSQL runs as when we are root: it refuses to run as root. */
export type SystemUser = {readonly uid: number; readonly gid: number};

/** Where root keeps what the unprivileged user must reach. */
export const sharedHome = '/var/lib/bergulir';

const userName = 'postgres';

/** The user to run PostgreSQL as: undefined where we are not root and run it as ourselves. */
export async function findSystemUser(): Promise<SystemUser | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const existing = await lookUp();
	if (existing) return existing;
	try {
		await run('useradd', ['--system', '--user-group', '--no-create-home', userName]);
	} catch (cause) {
		throw new StartupFailure(
			`PostgreSQL does not run as root, and no user "${userName}" could be made for it: ` +
				'start as another user, or set DATABASE_URL to a server of your own.',
			{cause},
		);
	}
	return (await lookUp())!;
}

async function lookUp(): Promise<SystemUser | undefined> {
	const passwd = await readFile('/etc/passwd', 'utf8');
	const row = passwd.split('\n').find((line) => line.startsWith(`${userName}:`));
	if (row === undefined) return undefined;
	const [, , uid = '', gid = ''] = row.split(':');
	return {uid: Number.parseInt(uid, 10), gid: Number.parseInt(gid, 10)};
}

/** Whether a user may go through every folder on the way to a path, and into it. */
export async function canTraverse(target: string, user: SystemUser): Promise<boolean> {
	for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
		const found = await stat(folder).catch(() => undefined);
		if (found && !mayEnter(found, user)) return false;
		if (folder === path.dirname(folder)) return true;
	}
}

function mayEnter(
	{mode, uid, gid}: {mode: number; uid: number; gid: number},
	user: SystemUser,
): boolean {
	if (uid === user.uid) return (mode & 0o100) !== 0;
	if (gid === user.gid) return (mode & 0o010) !== 0;
	return (mode & 0o001) !== 0;
}
