// Writes the types of our HTTP API for the pages, from the same table of routes that the service
// mounts and documents. Texts are left out: a better sentence is no other contract.
import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import openapiTypescript, {astToString} from 'openapi-typescript';
import {register} from 'tsx/esm/api';
import {root} from './sources.js';

register();

export const typesFile = path.join(root, 'src/web/api/schema.d.ts');

const texts = new Set(['description', 'summary', 'x-permission', 'title']);

/** A document without what is said about it: only its schemas and where they stand. */
const withoutTexts = (value) => {
	if (Array.isArray(value)) return value.map((part) => withoutTexts(part));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key, part]) => !(texts.has(key) && typeof part === 'string'))
			.map(([key, part]) => [key, withoutTexts(part)]),
	);
};

/** Every refusal is a problem: said once for an operation and not once for each status. */
function withOneRefusal(document) {
	const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
	for (const operation of operations) {
		const {responses} = operation;
		const refused = Object.keys(responses).filter((status) => status >= '400');
		if (refused.length > 0) responses.default = responses[refused[0]];
		for (const status of refused) delete responses[status];
	}
	return document;
}

/** Shapes that several routes answer get a name, so that the types do not repeat them. */
function withNamedShapes(document) {
	const shapesAt = [];
	const collect = (parent, key) => {
		const value = parent[key];
		if (typeof value !== 'object' || value === null) return;
		for (const inner of Object.keys(value)) collect(value, inner);
		const isObject = value.type === 'object' && value.properties !== undefined;
		if (isObject) shapesAt.push({parent, key, text: JSON.stringify(value)});
	};
	for (const path of Object.keys(document.paths)) collect(document.paths, path);
	const counts = new Map();
	for (const {text} of shapesAt) counts.set(text, (counts.get(text) ?? 0) + 1);
	// From the innermost outwards, so that the shape that is named holds names itself.
	for (const {parent, key, text} of shapesAt) {
		if (counts.get(text) < 2 || text.length < 300) continue;
		const name = `Shape_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
		document.components.schemas[name] ??= parent[key];
		parent[key] = {$ref: `#/components/schemas/${name}`};
	}
	return document;
}

/** The types of the API as it stands. */
export async function makeApiTypes() {
	const {createRoutes} = await import('../src/compose.ts');
	const {buildOpenApi} = await import('../src/http/openapi.ts');
	const info = {title: 'Bergulir', version: '1', description: ''};
	const document = buildOpenApi(createRoutes({isCookieSecure: true}), info);
	const bare = withNamedShapes(withOneRefusal(withoutTexts(document)));
	const text = astToString(await openapiTypescript(bare, {silent: true}));
	const indented = text.replace(/^(?: {4})+/gmu, (spaces) => '\t'.repeat(spaces.length / 4));
	return `// Written by \`npm run api-types\`: do not edit.\n${indented}`;
}

if (process.argv[1] === import.meta.filename) {
	await writeFile(typesFile, await makeApiTypes());
	console.log(`${path.relative(root, typesFile)} says what the API is now.`);
}
