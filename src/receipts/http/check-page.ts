import {type Markup, markup, pageAnswer} from '../../http/markup.ts';
import type {Answer} from '../../http/route.ts';
import {showCheckCode} from '../../kernel/check-code.ts';
import type {DomainError, Language} from '../../kernel/errors.ts';
import {fill} from '../../kernel/errors.ts';
import {amountInWords, dateInWords, momentInWords} from '../../kernel/wording.ts';
import {type ReceiptCheck, type ReceiptEntry, isPaidOut} from '../index.ts';
import {type PageText, pageTexts} from './page-texts.ts';
import {statusOfRefusal} from './refusals.ts';

// Read on small phones first, by people of every age: one column, nothing beside anything.
const style = `
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 36rem; padding: 1rem;
	color: #1b1b1b; background: #fff; }
h1 { font-size: 1rem; font-weight: 400; color: #555; margin: 0 0 .75rem; }
.verdict { border-left: .4rem solid; margin: 0 0 1.25rem; padding: .75rem 1rem; font-weight: 600; }
.recorded { border-color: #1a7f37; background: #e9f7ee; }
.partly-reversed { border-color: #9a6700; background: #fff6dd; }
.reversed, .not-recorded, .refused { border-color: #b42318; background: #fdecea; }
.refused { font-weight: 400; }
.about { color: #555; margin: 0; }
.amount { font-size: 2.2rem; font-weight: 700; line-height: 1.2; margin: 0 0 1.25rem;
	overflow-wrap: anywhere; }
dl { margin: 0; }
dt { color: #555; font-size: .9rem; }
dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
code { font-size: .9rem; }
section { border-top: 1px solid #ccc; margin-top: 1rem; padding-top: 1rem; }
footer, .note { color: #555; font-size: .9rem; }
label { display: block; margin-bottom: .25rem; }
input, button { display: block; font: inherit; padding: .6rem; width: 100%; min-width: 0;
	border: 1px solid #777; border-radius: .3rem; }
input { text-transform: uppercase; }
input::placeholder { font-size: .8rem; color: #666; }
button { margin-top: .75rem; color: #fff; background: #1b1b1b; }
@media (min-width: 36rem) {
	body { padding: 2rem 1rem; }
	dl { display: grid; align-items: baseline; grid-template-columns: 12rem 1fr; gap: .5rem 1rem; }
	dd { margin: 0; }
	button { width: auto; padding: .6rem 2rem; }
}
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
placeholder="XXXX-XXXX-XXXX-XXXX-XXXX" required>
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
<p class="about">${say(isPaidOut(check.document) ? 'amountPaidOut' : 'amountReceived')}</p>
<p class="amount">${values.amount}</p>
<dl>
${pair(say('date'), paidOn && dateInWords(paidOn, language))}
${pair(say('cooperative'), check.cooperative)}
${pair(say('receipt'), check.document)}
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
