import {ZxcvbnFactory} from '@zxcvbn-ts/core';
import {adjacencyGraphs, dictionary as commonWords} from '@zxcvbn-ts/language-common';
import {dictionary as indonesianWords} from '@zxcvbn-ts/language-id';
import {refuse} from './errors.ts';

export const passwordLengthMin = 12;
export const passwordLengthMax = 256;

// Out of 0 to 4: below 3, fewer than a hundred million guesses are expected to find it.
const scoreMin = 3;

// Known to everyone here, and so the first that anyone would try.
const ownWords = ['bergulir', 'samisake', 'koperasi', 'bengkulu'];

/**
 * Checks a new password: long, without the user's name, and not one that a guesser tries early
 * (known passwords, words, names, rows of keys, repetitions). No rule on kinds of characters and
 * no expiry, which only make passwords worse (NIST SP 800-63B §5.1.1.2).
 * @throws DomainError `identity/password-too-short`, `-too-long`, `-has-name`, `-common`.
 */
export function decidePassword(password: string, userName: string, path = 'password'): string {
	const {length} = Array.from(password);
	if (length < passwordLengthMin) {
		throw refuse('identity/password-too-short', {min: String(passwordLengthMin)}, path);
	}
	if (length > passwordLengthMax) {
		throw refuse('identity/password-too-long', {max: String(passwordLengthMax)}, path);
	}
	if (password.toLowerCase().includes(userName)) {
		throw refuse('identity/password-has-name', {}, path);
	}
	const {score} = estimator().check(password, [userName, ...ownWords]);
	if (score < scoreMin) throw refuse('identity/password-common', {}, path);
	return password;
}

let built: ZxcvbnFactory | undefined;

// Built when first asked: unpacking the word lists takes a good part of a start-up.
const estimator = (): ZxcvbnFactory =>
	(built ??= new ZxcvbnFactory({
		dictionary: {...commonWords, ...indonesianWords},
		graphs: adjacencyGraphs,
	}));
