import type {Route} from './route.ts';

export type RouteTable<Work> = {
	readonly find: (
		method: string,
		path: string,
	) => {route: Route<Work>; params: Record<string, string>} | undefined;
	/** The methods that a path takes; none when there is no such path. */
	readonly methodsOf: (path: string) => string[];
};

/** Finds routes by method and path; a fixed segment goes before a parameter. */
export function createRouteTable<Work>(routes: readonly Route<Work>[]): RouteTable<Work> {
	const patterns = routes.map((route) => ({route, match: matcher(route.path)}));
	patterns.sort((a, b) => parameters(a.route.path) - parameters(b.route.path));
	// Of all routes only those of the same length can match.
	const byLength = new Map<number, typeof patterns>();
	for (const pattern of patterns) {
		const length = lengthOf(pattern.route.path);
		byLength.set(length, [...(byLength.get(length) ?? []), pattern]);
	}
	return {
		find(method, path) {
			const wanted = method === 'HEAD' ? 'GET' : method;
			for (const {route, match} of byLength.get(lengthOf(path)) ?? []) {
				if (route.method !== wanted) continue;
				const params = match(path);
				if (params) return {route, params};
			}
			return undefined;
		},
		methodsOf: (path) => [
			...new Set(patterns.filter(({match}) => match(path)).map(({route}) => route.method)),
		],
	};
}

const lengthOf = (path: string): number => path.split('/').length;
const parameters = (path: string): number => path.split('{').length - 1;

function matcher(pattern: string): (path: string) => Record<string, string> | undefined {
	const names: string[] = [];
	const source = pattern
		.replaceAll('.', String.raw`\.`)
		.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
			names.push(name);
			return '([^/]+)';
		});
	const expression = new RegExp(`^${source}$`);
	return (path) => {
		const found = expression.exec(path);
		if (!found) return undefined;
		return Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1]!)]));
	};
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
