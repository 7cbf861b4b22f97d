import type {Config} from '../config.ts';

/** How a command learns its configuration: only when it runs, so that --help needs none. */
export type Environment = {readonly config: () => Config};
