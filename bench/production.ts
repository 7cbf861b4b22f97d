import {knownKey} from '../src/kernel/secret-box.ts';

/**
 * The settings of production, for a service that is measured: all that it does there, with limits
 * that nothing on this machine reaches. The key is that with which databases were filled.
 */
export const asInProduction = (): Readonly<Record<string, string>> => ({
	NODE_ENV: 'production',
	BERGULIR_DEMO: 'off',
	BERGULIR_PUBLIC_URL: 'https://dana.example',
	BERGULIR_SECRET_KEYS: Buffer.from(knownKey).toString('base64'),
	BERGULIR_RATE_LIMITS: 'address=9999999,user=9999999,public=9999999,guess=9999999',
});
