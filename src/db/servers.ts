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
export function withLogin(
	url: string,
	{username, password}: {readonly username: string; readonly password: string},
): string {
	const [first, ...others] = serversOf(url);
	const signedIn = new URL(first);
	const {host} = signedIn;
	signedIn.username = username;
	signedIn.password = password;
	const more = others.map((one) => `,${new URL(one).host}`).join('');
	return more === '' ? signedIn.href : signedIn.href.replace(`@${host}`, `@${host}${more}`);
}
