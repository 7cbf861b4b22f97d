import {useSyncExternalStore} from 'react';
import type {Language} from './formats.ts';
import {en} from './texts/en.ts';
import {type Texts, id} from './texts/id.ts';

const key = 'bergulir-language';
const texts: Readonly<Record<Language, Texts>> = {id, en};
const listeners = new Set<() => void>();

let language: Language = globalThis.localStorage.getItem(key) === 'en' ? 'en' : 'id';
document.documentElement.lang = language;

/** The language of the page, and of what the service is asked for. */
export const currentLanguage = (): Language => language;

export function chooseLanguage(chosen: Language): void {
	language = chosen;
	globalThis.localStorage.setItem(key, chosen);
	document.documentElement.lang = chosen;
	for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
	listeners.add(listener);
	return () => listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);

/** All that is said on the pages, in their language. */
export const useTexts = (): Texts => texts[useLanguage()];
