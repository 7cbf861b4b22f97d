import test from 'ava';
import {createTestDatabase} from '../helpers/database.ts';
import {newFolder, runProgram} from '../helpers/process.ts';

test('people are let in, invited and helped at the command line', async (t) => {
	const database = await createTestDatabase();
	t.teardown(database.drop);
	const env = {DATABASE_URL: database.ownerUrl, BERGULIR_DATA_DIR: await newFolder()};
	const bergulir = async (...args: string[]) => runProgram(args, {env}).ended();
	const made = await bergulir('user', 'create', '--name', 'siti.rahma', '--role', 'supervisor');
	t.regex(made.output, /^[\w-]{24}\n$/u);
	const robot = ['user', 'create', '--name', 'skrip', '--role', 'auditor', '--service'];
	t.deepEqual(await bergulir(...robot), {code: 0, output: ''});
	const invited = await bergulir('user', 'invite', '--name', 'siti.rahma');
	t.regex(invited.output, /^It lets in once, until \d{4}-.*Z\.$/mu);
	t.regex(invited.output, /^bgi_[\w-]{43}$/mu);
	const refused = await bergulir('user', 'invite', '--name', 'skrip');
	t.is(refused.code, 1);
	t.regex(refused.output, /skrip/u);
	const reset = await bergulir('user', 'reset-second-factor', '--name', 'siti.rahma');
	t.is(reset.code, 1);
	const renewed = await bergulir('secrets', 'renew');
	t.deepEqual(renewed, {code: 0, output: '0 encrypted anew with the first key.\n'});
});
