import type {Readable} from 'node:stream';
import {SaxesParser, type SaxesTagPlain} from 'saxes';
import {UnreadableFile} from './unreadable.ts';

/** What is done at the tags and texts of a part; names are without their prefix. */
export type XmlHandlers = {
	readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes. A document type is refused, for in it stand entities that name files or
 * grow without end; of entities only XML's own five are known.
 * @returns after each piece of the part, so that what was met can be handed on.
 * @throws UnreadableFile `doctype`, `damaged`.
 */
export async function* readXml(part: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
	const parser = new SaxesParser();
	let fault: Error | undefined;
	parser.on('error', (error) => {
		fault ??= error;
	});
	parser.on('doctype', () => {
		fault ??= new UnreadableFile('doctype');
	});
	parser.on('opentag', ({name, attributes}: SaxesTagPlain) => {
		handlers.open(local(name), (wanted) => attributes[wanted]);
	});
	parser.on('closetag', ({name}) => {
		handlers.close?.(local(name));
	});
	parser.on('text', (text) => {
		handlers.text?.(text);
	});
	const decoder = new TextDecoder('utf-8', {fatal: true});
	try {
		for await (const piece of part) {
			parser.write(decoder.decode(piece as Buffer, {stream: true}));
			if (fault) throw fault;
			yield;
		}
		parser.write(decoder.decode());
		parser.close();
		if (fault) throw fault;
		yield;
	} catch (error) {
		part.destroy();
		if (error instanceof UnreadableFile) throw error;
		throw new UnreadableFile('damaged', {}, error);
	}
}

/** Reads a part to its end. */
export async function walkXml(part: Readable, handlers: XmlHandlers): Promise<void> {
	for await (const _ of readXml(part, handlers)) continue;
}
