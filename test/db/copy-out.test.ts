import {text} from 'node:stream/consumers';
import test from 'ava';
import {copyOut, createLineEnds} from '../../src/db/copy-out.ts';
import {type TestDatabase, createTestDatabase} from '../helpers/database.ts';

let database: TestDatabase;
test.before(async () => {
	database = await createTestDatabase();
});
test.after.always(async () => database.drop());

test('what is streamed takes its time, whatever limit a question has', async (t) => {
	const rows = await database.service.transaction(async (trx) => {
		await trx.raw(`set local statement_timeout = '1s'`);
		const stream = await copyOut(trx, {
			sql: `select n, pg_sleep(0.05)::text from generate_series(1, :rows) n`,
			bindings: {rows: 30},
			head: 'n\r\n',
			tail: '',
		});
		return text(stream);
	});
	t.is(rows.split('\r\n').length, 32);
});

const ended = (pieces: readonly string[]): string => {
	const lines = createLineEnds();
	return pieces.map((piece) => lines(Buffer.from(piece)).toString('utf8')).join('');
};

test('a line ends with CRLF, and what is quoted stays as it is', (t) => {
	t.is(ended(['a,b\nc,d\n']), 'a,b\r\nc,d\r\n');
	t.is(ended(['"a\nb",c\nd\n']), '"a\nb",c\r\nd\r\n');
	t.is(ended(['"say ""yes""\n",b\n']), '"say ""yes""\n",b\r\n');
	t.is(ended(['é✓,"✓\n"\n']), 'é✓,"✓\n"\r\n');
});

test('wherever the pieces are cut', (t) => {
	const whole = 'a,"b\n""c""\n",d\n"e\n"\nf\n';
	for (let at = 1; at < whole.length; at += 1) {
		t.is(ended([whole.slice(0, at), whole.slice(at)]), ended([whole]), String(at));
	}
	t.is(ended(Array.from(whole)), 'a,"b\n""c""\n",d\r\n"e\n"\r\nf\r\n');
});
