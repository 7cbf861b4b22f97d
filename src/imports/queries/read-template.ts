import type {FormSheet} from '../../files/form.ts';
import type {BookCode} from '../../kernel/ids.ts';
import type {Book} from '../../ledger/index.ts';
import type {LookUp} from '../column.ts';
import {getCooperativeBook} from '../commands/upload-file.ts';
import type {ImportKind} from '../kind.ts';
import {definitionOf} from '../kinds.ts';
import type {ImportWork} from '../ports.ts';
import {templateOf} from '../template.ts';

/** So many members are offered to choose from; numbers beyond them may be typed. */
const membersMax = 5000;

/** The template of a kind for a cooperative, with what it has to choose from. */
export async function readTemplate(
	work: ImportWork,
	code: BookCode,
	kind: ImportKind,
): Promise<FormSheet[]> {
	const book = await getCooperativeBook(work, code);
	const definition = definitionOf(kind);
	const wanted = new Set(
		definition.sheets.flatMap(({columns}) => columns.flatMap(({list}) => list ?? [])),
	);
	const lists: Partial<Record<LookUp, string[]>> = {};
	for (const list of wanted) lists[list] = await readList(work, book, list);
	return templateOf(definition, lists);
}

const named = (code: string, name: string): string => `${code} - ${name}`;

async function readList(work: ImportWork, book: Book, list: LookUp): Promise<string[]> {
	const {imports, ledger} = work;
	switch (list) {
		case 'kelurahan':
			return (await imports.kelurahanAround(book)).map(({code, name}) => named(code, name));
		case 'members': {
			const members = await imports.listMembersOf(book, membersMax);
			return members.map(({number, name}) => named(String(number), name));
		}
		case 'funds':
			return [...(await imports.fundsByAgreement(book)).keys()];
		case 'accounts': {
			const accounts = await ledger.accounts(book);
			return [...accounts.values()].map(({code, nameId}) => named(code, nameId));
		}
		case 'products':
			return (await imports.productCodes(book)).map(({code}) => code);
		case 'programmes': {
			const programmes = await work.fund.listProgrammes();
			return programmes.map(({code, name}) => named(code, name));
		}
		case 'loans': {
			const loans = await imports.runningLoans(book);
			return [...loans].map(([number, {name}]) => named(String(number), name));
		}
	}
}
