// The container cannot be built here, for it takes a network; what it says is held to the sources.
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {Script} from 'node:vm';
import test from 'ava';
import {createProgram} from '../../src/cli/program.ts';

type Instruction = {readonly word: string; readonly rest: string};
type Stage = {readonly from: string; readonly name: string; readonly steps: Instruction[]};

/** Instructions by stage; a line that ends in a backslash goes on, a comment says nothing. */
function readStages(text: string): Stage[] {
	const lines = text
		.split('\n')
		.filter((line) => !line.startsWith('#'))
		.join('\n')
		.replaceAll(/\\\n\s*/gu, '')
		.split('\n')
		.filter((line) => line.trim() !== '');
	const stages: Stage[] = [];
	for (const line of lines) {
		const [, word = '', rest = ''] = /^([A-Z]+) (.+)$/u.exec(line) ?? [];
		if (word === 'FROM') {
			const [, from = '', name = ''] = /^(\S+)(?: AS (\S+))?$/u.exec(rest) ?? [];
			stages.push({from, name, steps: []});
		} else {
			stages.at(-1)!.steps.push({word, rest});
		}
	}
	return stages;
}

const stages = readStages(await readFile('ops/container/Containerfile', 'utf8'));
const [build, final] = [stages[0]!, stages.at(-1)!];
const all = (stage: Stage, word: string): string[] =>
	stage.steps.filter((step) => step.word === word).map(({rest}) => rest);
const packages = JSON.parse(await readFile('package.json', 'utf8')) as {
	readonly scripts: Record<string, string>;
	readonly bin: Record<string, string>;
};
const ignored = (await readFile('.dockerignore', 'utf8')).split('\n');

test('it has two stages, both of the Node that the program asks for', (t) => {
	t.is(stages.length, 2);
	for (const {from} of stages) t.is(from, 'node:20-slim');
});

test('what is copied into the build is there, and not left out of the context', (t) => {
	const copied = all(build, 'COPY').flatMap((rest) => rest.split(' ').slice(0, -1));
	t.true(copied.length >= 6);
	for (const source of copied) {
		t.true(existsSync(source), source);
		t.false(ignored.includes(source.replace('./', '')), source);
	}
	// All that the compiler, and what copies data, read.
	for (const needed of ['src', 'migrations', 'seeds', '.ci', 'tsconfig.build.json']) {
		t.true(copied.includes(needed), needed);
	}
});

test('what the build runs is there', (t) => {
	const scripts = all(build, 'RUN').flatMap((rest) =>
		[...rest.matchAll(/npm run (\S+)/gu)].map(([, script]) => script!),
	);
	t.deepEqual(scripts, ['build']);
	for (const script of scripts) t.true(script in packages.scripts, script);
	t.true(all(build, 'RUN').some((rest) => rest === 'npm ci'));
});

test('what the last stage takes was made by the first', (t) => {
	const taken = all(final, 'COPY').map((rest) => /^--from=(\S+) (\S+) /u.exec(rest)!);
	const made = ['package.json', 'node_modules', 'dist'].map((name) => `/build/${name}`);
	t.deepEqual(
		taken.map(([, from]) => from),
		['build', 'build', 'build'],
	);
	t.deepEqual(taken.map(([, , source]) => source).toSorted(), made.toSorted());
	t.deepEqual(all(build, 'WORKDIR'), ['/build']);
});

test('the command that it starts is one of the program', (t) => {
	const entry = JSON.parse(all(final, 'ENTRYPOINT')[0]!) as string[];
	t.is(entry.at(-1), packages.bin.bergulir);
	t.true(
		existsSync(
			entry
				.at(-1)!
				.replace(/^dist\//u, '')
				.replace(/\.js$/u, '.ts'),
		),
	);
	const [command] = JSON.parse(all(final, 'CMD')[0]!) as string[];
	t.true(createProgram({}).commands.some((one) => one.name() === command));
});

test('it does not run as root, keeps its data in a volume, and says how it is', async (t) => {
	const words = final.steps.map(({word}) => word);
	t.deepEqual(all(final, 'USER'), ['node']);
	t.true(words.lastIndexOf('RUN') < words.indexOf('USER'), 'nothing is installed after it');
	const environment = all(final, 'ENV').join(' ');
	const [, data] = /BERGULIR_DATA_DIR=(\S+)/u.exec(environment)!;
	t.deepEqual(all(final, 'VOLUME'), [data!]);
	t.regex(environment, /NODE_ENV=production/u);
	const port = /PORT=(\d+)/u.exec(environment)![1];
	t.deepEqual(all(final, 'EXPOSE'), [port!]);
	const [check] = all(final, 'HEALTHCHECK');
	const command = JSON.parse(/CMD (\[.+\])$/u.exec(check!)![1]!) as string[];
	t.is(command[0], 'node', 'the slim image has nothing else that asks');
	t.regex(command.at(-1)!, /\/healthz/u);
	t.notThrows(() => new Script(command.at(-1)!), 'it is JavaScript');
});

test('every variable that it sets is one that the program reads', async (t) => {
	const config = await readFile('src/config.ts', 'utf8');
	const set = all(final, 'ENV').flatMap((rest) => rest.match(/[A-Z_]+(?==)/gu) ?? []);
	t.deepEqual(set, ['NODE_ENV', 'HOST', 'PORT', 'BERGULIR_DATA_DIR']);
	for (const name of set) t.true(config.includes(name), name);
});
