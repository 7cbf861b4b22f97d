const shape = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^@/?#]*)([/?#].*)?$/u;

/**
 * The servers that a URL names, a URL each, in its order: as libpq takes them, parted by commas
 * (`postgres://user:password@one:5432,two:5432/bergulir`). What is no such URL is given back.
 */
export function serversOf(url: string): readonly [string, ...string[]] {
	const found = shape.exec(url);
	if (!found) return [url];
	const [, before = '', hosts = '', after = ''] = found;
	const [first, ...others] = hosts.split(',').map((host) => before + host + after);
	return [first!, ...others];
}

/** Whether a text names one PostgreSQL or several. */
export const isServersUrl = (text: string): boolean => {
	const servers = serversOf(text);
	return servers.every(
		(url) =>
			/^postgres(?:ql)?:\/\//u.test(url) &&
			URL.canParse(url) &&
			(servers.length === 1 || new URL(url).hostname !== ''),
	);
};

/** Where the servers of a URL are, as its text has them; without its login. */
export const hostsOf = (url: string): string =>
	serversOf(url)
		.map((one) => new URL(one).host)
		.join(',');

/** The same servers, signed in to as somebody else. */
export const withLogin = (
	url: string,
	{username, password}: {readonly username: string; readonly password: string},
): string =>
	changed(url, (one) => {
		one.username = username;
		one.password = password;
	});

/** Another database of the same servers. */
export const withDatabase = (url: string, name: string): string =>
	changed(url, (one) => {
		one.pathname = `/${encodeURIComponent(name)}`;
	});

function changed(url: string, change: (one: URL) => void): string {
	const [first, ...others] = serversOf(url);
	const one = new URL(first);
	const {host} = one;
	change(one);
	const more = others.map((other) => `,${new URL(other).host}`).join('');
	// What stands between the login and the database is the host.
	return more === ''
		? one.href
		: one.href.replace(/^([^/]*\/\/(?:[^@/]*@)?)[^/]*/u, `$1${host}${more}`);
}
