// Which way imports may go (style: rooms, doors, zones). `src/cli`, `src/main.ts` and `src/compose.ts` are the
// top: they may import everything. `test/gates` plants a breach of each rule.
const path = require('node:path');
const order = require('./rooms.cjs');
const rooms = order.join('|');

// Low to high. A room may knock on the doors of the rooms below it, never above.
const upward = order.slice(0, -1).map((room, i) => ({
	name: `${room}-looks-down-only`,
	severity: 'error',
	from: {path: `^src/${room}/`},
	to: {path: `^src/(${order.slice(i + 1).join('|')})/`},
}));

module.exports = {
	forbidden: [
		...upward,
		{name: 'no-circular', severity: 'error', from: {}, to: {circular: true}},
		{name: 'not-to-unresolvable', severity: 'error', from: {}, to: {couldNotResolve: true}},
		{
			name: 'kernel-stands-alone',
			severity: 'error',
			from: {path: '^src/kernel/'},
			to: {path: '^src/', pathNot: '^src/kernel/'},
		},
		{
			name: 'pure-root',
			severity: 'error',
			from: {path: `^src/(${rooms})/[^/]+\\.ts$`},
			to: {
				path: `^src/(db|http|web|cli)/|^src/(${rooms})/(db|http)/|node_modules/(@types/)?(knex|pg|koa|@koa|koa__router)/|^(node:)?(fs|fs/promises|http|net|process)$`,
			},
		},
		{
			name: 'root-knows-no-verb',
			severity: 'error',
			from: {path: `^src/(${rooms})/[^/]+\\.ts$`, pathNot: `^src/(${rooms})/index\\.ts$`},
			to: {path: `^src/(${rooms})/(commands|queries)/`},
		},
		{
			name: 'http-through-its-own-door',
			severity: 'error',
			from: {path: `^src/(${rooms})/http/`},
			to: {path: '^src/$1/', pathNot: '^src/$1/(http/|index\\.ts$)'},
		},
		{
			name: 'commands-know-ports-only',
			severity: 'error',
			from: {path: `^src/(${rooms})/(commands|queries)/`},
			to: {
				path: `^src/(db|http|web|cli)/|^src/(${rooms})/(db|http)/|node_modules/(@types/)?(knex|pg|koa|@koa|koa__router)/`,
			},
		},
		{
			name: 'http-not-to-db',
			severity: 'error',
			from: {path: '^src/(http|[a-z]+/http)/'},
			to: {path: '^src/(db|[a-z]+/db)/|node_modules/(@types/)?(knex|pg)/'},
		},
		{
			name: 'db-not-to-http',
			severity: 'error',
			from: {path: '^src/(db|[a-z]+/db)/'},
			to: {
				path: '^src/(http|[a-z]+/http|[a-z]+/commands|[a-z]+/queries)/|node_modules/(@types/)?(koa|@koa|koa__router)/',
			},
		},
		{
			name: 'through-the-door',
			severity: 'error',
			from: {path: `^src/(${rooms})/`},
			to: {path: `^src/(${rooms})/.+`, pathNot: `^src/$1/|^src/(${rooms})/index\\.ts$`},
		},
		{
			name: 'files-know-kernel-only',
			severity: 'error',
			from: {path: '^src/files/'},
			to: {path: '^src/', pathNot: '^src/(files|kernel)/'},
		},
		{
			name: 'platform-knows-kernel-only',
			severity: 'error',
			from: {path: '^src/(db|http)/'},
			to: {path: `^src/(${rooms}|web|cli)/|^src/(compose|config|main|write-path)\\.ts$`},
		},
		{
			name: 'web-knows-no-room',
			severity: 'error',
			from: {path: '^src/web/'},
			// The pages know the service as everybody does: by its API, whose types are generated.
			to: {path: '^src/', pathNot: '^src/web/'},
		},
		{
			name: 'rooms-do-not-know-who-composes-them',
			severity: 'error',
			from: {path: `^src/(${rooms}|kernel|db|files|http)/`},
			to: {path: '^src/(compose|config|main|write-path)\\.ts$|^src/cli/'},
		},
		{
			name: 'migrations-are-frozen',
			severity: 'error',
			from: {path: '^migrations/'},
			to: {path: '^(src|seeds)/'},
		},
		{
			name: 'decimal-only-in-kernel',
			severity: 'error',
			from: {path: '^(src|migrations|seeds|bench)/', pathNot: '^src/kernel/'},
			to: {path: 'node_modules/decimal\\.js'},
		},
		{
			name: 'source-not-to-test',
			severity: 'error',
			from: {path: '^(src|migrations|seeds|bench)/'},
			to: {path: '^test/'},
		},
	],
	options: {
		// Without this an `import type` slips through.
		tsPreCompilationDeps: true,
		tsConfig: {fileName: path.resolve(__dirname, '../tsconfig.json')},
		doNotFollow: {path: 'node_modules'},
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
};
