// The unit is what the program and the manual say of it.
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import test from 'ava';

/** A unit as pairs by section; a name may be there more than once. */
function readUnit(text: string): Record<string, [string, string][]> {
	const sections: Record<string, [string, string][]> = {};
	let section: [string, string][] = [];
	for (const line of text.split('\n')) {
		if (line === '' || line.startsWith('#')) continue;
		const [, name] = /^\[(\w+)\]$/u.exec(line) ?? [];
		if (name === undefined) {
			const [, key, value] = /^(\w+)=(.*)$/u.exec(line) ?? [];
			if (key === undefined || value === undefined) throw new Error(`Not of a unit: ${line}`);
			section.push([key, value]);
		} else {
			section = sections[name] = [];
		}
	}
	return sections;
}

const unit = readUnit(await readFile('ops/systemd/bergulir.service', 'utf8'));
const example = await readFile('ops/systemd/bergulir.env.example', 'utf8');
const config = await readFile('src/config.ts', 'utf8');
const readme = await readFile('README.md', 'utf8');
const of = (key: string): string[] =>
	unit.Service!.filter(([name]) => name === key).map(([, value]) => value);

test('it serves, as nobody who may do anything else', (t) => {
	const [start] = of('ExecStart');
	t.regex(start!, / dist\/src\/main\.js serve$/u);
	t.true(existsSync('src/main.ts'));
	t.deepEqual(of('User'), ['bergulir']);
	t.deepEqual(of('CapabilityBoundingSet'), ['']);
	for (const law of ['NoNewPrivileges', 'PrivateTmp', 'ProtectHome', 'RestrictNamespaces']) {
		t.deepEqual(of(law), ['yes'], law);
	}
	t.deepEqual(of('ProtectSystem'), ['strict']);
	// JavaScript is compiled as it runs.
	t.deepEqual(of('MemoryDenyWriteExecute'), []);
});

test('it is stopped as it likes to be: itself first, and with time', (t) => {
	t.deepEqual(of('KillMode'), ['mixed']);
	t.deepEqual(of('KillSignal'), ['SIGTERM']);
	t.true(Number.parseInt(of('TimeoutStopSec')[0]!, 10) >= 60);
});

test('its data lie where it may write', (t) => {
	const directory = of('Environment')
		.map((line) => /^BERGULIR_DATA_DIR=(.+)$/u.exec(line)?.[1])
		.find((value) => value !== undefined);
	t.is(directory, `/var/lib/${of('StateDirectory')[0]}`);
	t.deepEqual(of('StateDirectoryMode'), ['0700']);
	t.deepEqual(of('EnvironmentFile'), ['/etc/bergulir/bergulir.env']);
});

test('every variable of the example is read by the program and told in the README', (t) => {
	const names = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gmu)].map(([, name]) => name!);
	t.true(names.length > 8);
	for (const name of names) {
		t.true(config.includes(name), name);
		t.true(readme.includes(`\`${name}\``), name);
	}
	t.false(/=(?!CHANGE-ME)[A-Za-z0-9+/]{43}=/u.test(example), 'no key stands in it');
});
