import test from 'ava';
import {nameOf} from '../../src/imports/column.ts';
import {importKinds} from '../../src/imports/kind.ts';
import {definitionOf} from '../../src/imports/kinds.ts';

for (const kind of importKinds) {
	test(`${kind}: sheets and columns have names of their own, and examples that are read`, (t) => {
		const {sheets} = definitionOf(kind);
		t.is(new Set(sheets.map(({name}) => nameOf(name))).size, sheets.length);
		for (const {columns} of sheets) {
			t.is(new Set(columns.map(({name}) => nameOf(name))).size, columns.length);
			t.true(columns.some(({isRequired}) => isRequired === true));
			for (const {shape, example, name} of columns) t.true(shape?.test(example) ?? true, name);
		}
	});
}
