import {Secret, TOTP} from 'otpauth';
import type {Role} from './role.ts';

/** A second factor as it is kept. */
export type SecondFactor = {
	/** Encrypted; see `sealedAbout`. */
	readonly sealedSecret: string;
	/** Undefined while it is only being set up. */
	readonly confirmedAt?: Date;
	/** The step of time whose code was taken last. */
	readonly lastStep?: number;
};

const issuer = 'Bergulir';
const secretBytes = 20;
const periodSeconds = 30;
/** Clocks of telephones go a little wrong: the step before and the one after count too. */
const stepsAside = 1;

const demanding: ReadonlySet<Role> = new Set<Role>(['supervisor', 'administrator']);

/**
 * Whether who holds these roles must have a second factor: who approves what others applied for,
 * and who lets others in.
 */
export const needsSecondFactor = (held: readonly {readonly role: Role}[]): boolean =>
	held.some(({role}) => demanding.has(role));

/** A new secret in base32, as authenticator apps take it: 160 random bits (RFC 4226 §4). */
export const newFactorSecret = (randomBytes: (size: number) => Uint8Array): string =>
	new Secret({buffer: Uint8Array.from(randomBytes(secretBytes)).buffer}).base32;

/** What a user's secret is sealed to, so that nobody's can be put in another's place. */
export const sealedAbout = (userId: string): string => `second-factor:${userId}`;

const totp = (secret: string, label: string): TOTP =>
	new TOTP({
		issuer,
		label,
		secret: Secret.fromBase32(secret),
		algorithm: 'SHA1',
		digits: 6,
		period: periodSeconds,
	});

/** The address that an authenticator app reads, often as a QR code. */
export const factorUri = (secret: string, userName: string): string =>
	totp(secret, userName).toString();

/**
 * The step of time that a code is of, if it may be taken at this moment: each code once, and none
 * of a step before one that was taken (RFC 6238 §5.2). Undefined when it is refused.
 */
export function stepOfCode(
	{secret, lastStep = -1}: {readonly secret: string; readonly lastStep?: number | undefined},
	code: string,
	now: Date,
): number | undefined {
	if (!isTimedCode(code)) return undefined;
	const timestamp = now.getTime();
	const aside = totp(secret, '').validate({token: code, timestamp, window: stepsAside});
	if (aside === null) return undefined;
	const step = Math.floor(timestamp / (periodSeconds * 1000)) + aside;
	return step > lastStep ? step : undefined;
}

/** Whether a text has the form of an app's code; otherwise it may be a recovery code. */
export const isTimedCode = (text: string): boolean => /^\d{6}$/.test(text);
