// What the time of an answer tells, and what takes too much of it.
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import ts from 'typescript';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {officer} from '../helpers/world.ts';
import {goodPassword} from '../identity/setup.ts';
import {openStage, routes} from './stage.ts';

const median = (times: readonly number[]): number =>
	times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;

test.serial('how long a sign-in takes does not tell whether the name is known', async (t) => {
	const stage = await openStage();
	t.teardown(stage.close);
	const names = Array.from({length: 12}, (_, index) => `dikenal-${index}`);
	await stage.world.as(officer, async (work) => {
		for (const name of names) {
			await createUserFromCommandLine(work, {name, role: 'officer', password: goodPassword});
		}
	});
	const timed = async (name: string): Promise<number> => {
		const start = performance.now();
		const {status} = await stage.server.stranger.post('/v1/sessions', {
			name,
			password: 'bukan kata sandinya sama sekali',
		});
		t.is(status, 401);
		return performance.now() - start;
	};
	await timed('pemanasan');
	// One after the other in turn, so that whatever else the machine does falls on both alike; a
	// busy machine may spoil a round, but a real difference shows in every one.
	const ratios: number[] = [];
	for (let round = 0; round < 3; round += 1) {
		const known: number[] = [];
		const unknown: number[] = [];
		for (const [index, name] of names.entries()) {
			known.push(await timed(name));
			unknown.push(await timed(`asing-${round}-${index}`));
		}
		ratios.push(median(known) / median(unknown));
		if (ratios.at(-1)! > 0.75 && ratios.at(-1)! < 1.33) break;
	}
	const last = ratios.at(-1)!;
	t.true(last > 0.75 && last < 1.33, `known / unknown: ${ratios.join(', ')}`);
});

/** Every regular expression that stands in a source, by where it stands. */
async function listPatterns(): Promise<Map<string, RegExp>> {
	const found = new Map<string, RegExp>();
	for (const entry of await readdir('src', {recursive: true, withFileTypes: true})) {
		if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
		const file = path.join(entry.parentPath, entry.name);
		const source = ts.createSourceFile(
			file,
			await readFile(file, 'utf8'),
			ts.ScriptTarget.ES2023,
			true,
		);
		const visit = (node: ts.Node): void => {
			if (ts.isRegularExpressionLiteral(node)) {
				const {text} = node;
				const end = text.lastIndexOf('/');
				const flags = text.slice(end + 1).replace(/[gy]/gu, '');
				const {line} = source.getLineAndCharacterOfPosition(node.getStart());
				found.set(`${file}:${line + 1} ${text}`, new RegExp(text.slice(1, end), flags));
			}
			ts.forEachChild(node, visit);
		};
		visit(source);
	}
	return found;
}

/** Every pattern that a schema names, in bodies, queries and paths. */
function listSchemaPatterns(): Map<string, RegExp> {
	const found = new Map<string, RegExp>();
	const visit = (where: string, value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		for (const [name, held] of Object.entries(value)) {
			if (name === 'pattern' && typeof held === 'string') {
				found.set(`${where} ${held}`, new RegExp(held, 'u'));
			} else visit(where, held);
		}
	};
	for (const {method, path: at, body, query, params} of routes) {
		for (const schema of [body, query, params]) {
			visit(`${method} ${at}`, schema?.toJSONSchema({io: 'input'}));
		}
	}
	return found;
}

const length = 20_000;

/** Texts that a pattern begins to like and then does not, of the letters that it is made of. */
function temptations({source}: RegExp): string[] {
	const letters = new Set(source.replaceAll(/[\\^$.*+?()[\]{}|]/gu, ''));
	for (const letter of ['a', 'A', '0', ' ', '-', '.', ',', '/', '"', '<', '\n', '\t']) {
		letters.add(letter);
	}
	const single = [...letters].map((letter) => letter.repeat(length) + '\u0001');
	const pairs = ['a-', '0.', '0,', 'a ', ' \n', 'a.', '<a>', '":', '\\"', 'A0-', '0 ', '-0'];
	return [...single, ...pairs.map((pair) => pair.repeat(length / pair.length) + '\u0001')];
}

const millisecondsMax = 1000;

// Only digits of our own amounts go through it, of which there are never more than forty.
const bounded = ['src/kernel/money.ts'];

test('no pattern of a schema or a source takes long over any text', async (t) => {
	const patterns = new Map([...(await listPatterns()), ...listSchemaPatterns()]);
	t.true(patterns.size > 200, String(patterns.size));
	const slow: string[] = [];
	for (const [where, pattern] of patterns) {
		if (bounded.some((known) => where.includes(known))) continue;
		for (const text of temptations(pattern)) {
			const start = performance.now();
			pattern.test(text);
			const took = performance.now() - start;
			if (took > millisecondsMax) slow.push(`${where}: ${Math.round(took)} ms`);
		}
	}
	t.deepEqual(slow, []);
});
