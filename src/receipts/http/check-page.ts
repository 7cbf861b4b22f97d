import {type Markup, markup, pageAnswer} from '../../http/markup.ts';
import type {Answer} from '../../http/route.ts';
import {showCheckCode} from '../../kernel/check-code.ts';
import type {DomainError, Language} from '../../kernel/errors.ts';
import {fill} from '../../kernel/errors.ts';
import {amountInWords, dateInWords, momentInWords} from '../../kernel/wording.ts';
import {type ReceiptCheck, type ReceiptEntry, isPaidOut} from '../index.ts';
import {type PageText, pageTexts} from './page-texts.ts';
import {statusOfRefusal} from './refusals.ts';

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 34rem; padding: 1rem;
	color: #1b1b1b; background: #fff; }
h1 { font-size: 1.2rem; }
.verdict { border-left: .4rem solid; padding: .5rem 1rem; font-weight: 600; }
.recorded { border-color: #1a7f37; background: #e9f7ee; }
.partly-reversed { border-color: #9a6700; background: #fff6dd; }
.reversed, .not-recorded, .refused { border-color: #b42318; background: #fdecea; }
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .25rem 1rem; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
code { font-size: .85rem; }
section { border-top: 1px solid #ccc; margin-top: 1rem; padding-top: .5rem; }
footer, .note { color: #555; font-size: .9rem; }
input, button { font: inherit; padding: .5rem; max-width: 100%; }
label { display: block; }
`;

type Say = (text: PageText, values?: Readonly<Record<string, string>>) => string;

const sayIn =
	(language: Language): Say =>
	(text, values = {}) =>
		fill(pageTexts[text][language], values);

const pair = (name: string, value: string | Markup | undefined): Markup =>
	value === undefined ? markup`` : markup`<dt>${name}</dt><dd>${value}</dd>\n`;

const askForm = (say: Say): Markup => markup`<section>
<form action="/kuitansi" method="get">
<label for="kode">${say('code')}</label>
<input id="kode" name="kode" maxlength="40" autocomplete="off" autocapitalize="characters"
placeholder="XXXX-XXXX-XXXX-XXXX-XXXX" size="26" required>
<button type="submit">${say('check')}</button>
</form>
</section>`;

const page = (language: Language, body: Markup, status = 200): Answer => {
	const say = sayIn(language);
	return pageAnswer({
		status,
		language,
		title: say('title'),
		style,
		body: markup`<main>
<h1>${say('title')}</h1>
${body}
${askForm(say)}
</main>
<footer><p>${say('footer')}</p></footer>`,
	});
};

/** The page on which a code is typed. */
export const presentAskPage = (language: Language): Answer =>
	page(language, markup`<p>${sayIn(language)('how')}</p>`);

/** The page that says why there is nothing to see, and what to do. */
export const presentRefusalPage = (error: DomainError, language: Language): Answer =>
	page(
		language,
		markup`<p class="verdict refused">${error.sentence(language)}</p>`,
		statusOfRefusal(error.code),
	);

/** The page of a receipt: what the ledger says of it, and how that is proved. */
export function presentCheckPage(check: ReceiptCheck, language: Language): Answer {
	const say = sayIn(language);
	const {state, paidOn, amount, standing, reversedOn, entries} = check;
	const values = {
		date: reversedOn === undefined ? '' : dateInWords(reversedOn, language),
		amount: amountInWords(amount, language),
		standing: amountInWords(standing, language),
	};
	return page(
		language,
		markup`<p class="verdict ${state}">${say(state, values)}</p>
<dl>
${pair(say('receipt'), check.document)}
${pair(say('cooperative'), check.cooperative)}
${pair(say('date'), paidOn && dateInWords(paidOn, language))}
${pair(say(isPaidOut(check.document) ? 'amountPaidOut' : 'amountReceived'), values.amount)}
${pair(say('code'), markup`<code>${showCheckCode(check.code)}</code>`)}
</dl>
${entries.map((entry) => presentEntry(entry, check, language))}
<p class="note">${say('checkedAt', {
			moment: momentInWords(check.checkedAt, check.timeZone, language),
		})}</p>`,
	);
}

function presentEntry(
	{number, hash, recordedAt, amount, reversal, isPostedAgain}: ReceiptEntry,
	{timeZone, proofs}: ReceiptCheck,
	language: Language,
): Markup {
	const say = sayIn(language);
	const moment = (at: Date): string => momentInWords(at, timeZone, language);
	const checkpoint = proofs.get(number)?.checkpoint;
	const takenBack =
		reversal &&
		say(isPostedAgain ? 'postedAgain' : 'takenBack', {
			date: dateInWords(reversal.effectiveOn, language),
			moment: moment(reversal.recordedAt),
			entry: String(reversal.entryNumber),
		});
	const proved = checkpoint
		? say('proved', {
				sequence: String(checkpoint.sequence),
				moment: moment(checkpoint.takenAt),
			})
		: say('notProved');
	return markup`<section>
<dl>
${pair(say('entry'), String(number))}
${pair(say('entryAmount'), amountInWords(amount, language))}
${pair(say('recordedAt'), moment(recordedAt))}
${pair(say('hash'), markup`<code>${hash}</code>`)}
${pair(say('reversal'), takenBack)}
${pair(say('proof'), proved)}
</dl>
</section>
`;
}
