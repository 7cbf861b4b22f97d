import test from 'ava';
import {connect} from '../../src/db/connect.ts';
import {hostsOf, isServersUrl, serversOf, withDatabase, withLogin} from '../../src/db/servers.ts';

const two = 'postgres://pemilik:r%40hasia@db1:5432,db2:5433/bergulir?sslmode=require';

test('a URL names one server or several, each with the same login and database', (t) => {
	t.deepEqual(serversOf('postgres://a:b@db/bergulir'), ['postgres://a:b@db/bergulir']);
	t.deepEqual(serversOf(two), [
		'postgres://pemilik:r%40hasia@db1:5432/bergulir?sslmode=require',
		'postgres://pemilik:r%40hasia@db2:5433/bergulir?sslmode=require',
	]);
	t.deepEqual(serversOf('postgresql:///bergulir'), ['postgresql:///bergulir']);
	t.deepEqual(serversOf('mysql://a,b'), ['mysql://a,b']);
	t.is(hostsOf(two), 'db1:5432,db2:5433');
	t.is(hostsOf('postgres://a:b@db/bergulir'), 'db');
});

test('what names no PostgreSQL, or one of several without a name, is none', (t) => {
	for (const right of [two, 'postgres://db/x', 'postgresql:///x', 'postgres://a,b,[::1]:1/x']) {
		t.true(isServersUrl(right), right);
	}
	for (const wrong of [
		'',
		'db',
		'mysql://db/x',
		'postgres://a:x/y',
		'postgres://a,/x',
		'http://a,b',
	]) {
		t.false(isServersUrl(wrong), wrong);
	}
});

test('the same servers are signed in to as somebody else', (t) => {
	const service = {username: 'bergulir_service', password: 'p@ss/word'};
	t.is(
		withLogin(two, service),
		'postgres://bergulir_service:p%40ss%2Fword@db1:5432,db2:5433/bergulir?sslmode=require',
	);
	t.is(
		withLogin('postgres://db:6432/bergulir', service),
		'postgres://bergulir_service:p%40ss%2Fword@db:6432/bergulir',
	);
});

test('another database of the same servers keeps the rest', (t) => {
	t.is(
		withDatabase(two, 'bergulir_check_1'),
		'postgres://pemilik:r%40hasia@db1:5432,db2:5433/bergulir_check_1?sslmode=require',
	);
	t.is(withDatabase('postgres://db1,db2/a', 'b'), 'postgres://db1,db2/b');
	t.is(withDatabase('postgres://a:b@db/c', 'd e'), 'postgres://a:b@db/d%20e');
});

test('none of several servers can be reached: each is named, no password is', async (t) => {
	const pool = connect('postgres://a:rahasia@127.0.0.1:1,127.0.0.1:2/x', {applicationName: 't'});
	const error = await t.throwsAsync<Error & {code: string}>(pool.raw('select 1'));
	t.is(error.code, '08001');
	t.regex(error.message, /no server takes writes: 127\.0\.0\.1:1 .*; 127\.0\.0\.1:2 /u);
	t.false(error.message.includes('rahasia'));
	await pool.destroy();
});
