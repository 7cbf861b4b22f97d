// Which way imports may go: a room may knock on the doors of the rooms below it, never above, never
// past the door. `src/cli`, `src/main.ts` and `src/compose.ts` are the top: they may import everything
// and nobody imports them but each other, `seeds/`, `bench/` and `test/`.
const path = require('node:path');
const order = require('./rooms.json');

const rooms = order.join('|');
const top = '^src/(cli/|main\\.ts$|compose\\.ts$)';
const database = 'node_modules/(@types/)?(knex|pg)/';
const web = 'node_modules/(@types/)?(koa|@koa|koa__|koa-)';
const forbid = (name, from, to) => ({name, severity: 'error', from, to});

const upward = order
	.slice(0, -1)
	.map((room, index) =>
		forbid(
			`${room}-looks-down-only`,
			{path: `^src/${room}/`},
			{path: `^src/(${order.slice(index + 1).join('|')})/`},
		),
	);

module.exports = {
	forbidden: [
		...upward,
		forbid('no-circular', {}, {circular: true}),
		forbid('not-to-unresolvable', {}, {couldNotResolve: true}),
		forbid(
			'kernel-stands-alone',
			{path: '^src/kernel/'},
			{path: '^(src|test|seeds|bench|migrations)/', pathNot: '^src/kernel/'},
		),
		forbid(
			'pure-root',
			{path: `^src/(${rooms})/[^/]+\\.ts$`},
			{
				path: `^src/(db|http|web)/|^src/(${rooms})/(db|http)/|${database}|${web}|^(node:)?(fs|fs/promises|http|https|net|process|child_process)$`,
			},
		),
		forbid(
			'root-knows-no-verb',
			{path: `^src/(${rooms})/[^/]+\\.ts$`, pathNot: `^src/(${rooms})/index\\.ts$`},
			{path: `^src/(${rooms})/(commands|queries)/`},
		),
		forbid(
			'commands-know-ports-only',
			{path: `^src/(${rooms})/(commands|queries)/`},
			{path: `^src/(db|http|web)/|^src/(${rooms})/(db|http)/|${database}|${web}`},
		),
		forbid(
			'http-not-to-db',
			{path: `^src/http/|^src/(${rooms})/http/`},
			{path: `^src/db/|^src/(${rooms})/db/|${database}`},
		),
		forbid(
			'http-through-its-own-door',
			{path: `^src/(${rooms})/http/`},
			{path: '^src/$1/', pathNot: '^src/$1/(http/|index\\.ts$)'},
		),
		forbid(
			'db-not-to-http',
			{path: `^src/db/|^src/(${rooms})/db/`},
			{path: `^src/http/|^src/(${rooms})/(http|commands|queries)/|${web}`},
		),
		forbid(
			'through-the-door',
			{path: `^src/(${rooms})/`},
			{path: `^src/(${rooms})/.+`, pathNot: `^src/$1/|^src/(${rooms})/index\\.ts$`},
		),
		forbid('platform-knows-kernel-only', {path: '^src/(db|http)/'}, {path: `^src/(${rooms}|web)/`}),
		forbid('nobody-imports-the-top', {path: '^src/', pathNot: top}, {path: top}),
		forbid('service-needs-no-test', {path: '^(src|migrations|seeds)/'}, {path: '^(test|bench)/'}),
		forbid('web-knows-no-room', {path: '^src/web/'}, {path: `^src/(${rooms}|db)/`}),
		forbid('migrations-are-frozen', {path: '^migrations/'}, {path: '^(src|seeds)/'}),
		forbid(
			'decimal-only-in-kernel',
			{path: '^(src|migrations|seeds|bench)/', pathNot: '^src/kernel/'},
			{path: 'node_modules/decimal\\.js'},
		),
	],
	options: {
		// Without this an `import type` slips through.
		tsPreCompilationDeps: true,
		tsConfig: {fileName: path.resolve(__dirname, '../tsconfig.json')},
		doNotFollow: {path: 'node_modules'},
	},
};
