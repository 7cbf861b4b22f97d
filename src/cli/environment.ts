import type {Config} from '../config.ts';

/** How a command learns its configuration: only when it runs, so that --help needs none. */
export type Environment = {
	readonly config: () => Config;
	/** For what is no setting of the service, such as the passphrase of a backup. */
	readonly variables: Readonly<Record<string, string | undefined>>;
};
