import {randomBytes} from 'node:crypto';

/**
 * The settings of production, for a service that is measured: all that it does there, with limits
 * that nothing on this machine reaches.
 */
export const asInProduction = (): Readonly<Record<string, string>> => ({
	NODE_ENV: 'production',
	BERGULIR_DEMO: 'off',
	BERGULIR_PUBLIC_URL: 'https://dana.example',
	BERGULIR_SECRET_KEYS: randomBytes(32).toString('base64'),
	BERGULIR_RATE_LIMITS: 'address=9999999,user=9999999,public=9999999,guess=9999999',
});
