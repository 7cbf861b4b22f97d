import {InvalidArgumentError} from 'commander';

/** An option's value as a whole number within bounds. */
export const wholeNumber =
	(min: number, max: number) =>
	(text: string): number => {
		const value = Number.parseInt(text, 10);
		if (/^\d{1,9}$/.test(text) && value >= min && value <= max) return value;
		throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
	};
