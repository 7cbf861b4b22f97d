import {createHash} from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import {markup, pageAnswer, trustedMarkup} from '../../src/http/markup.ts';

test('what is put into HTML is text, also within quotes', (t) => {
	const name = `<script>alert("a&b's")</script>`;
	t.is(
		markup`<p title="${name}">${name}</p>`.text,
		'<p title="&lt;script&gt;alert(&quot;a&amp;b&#39;s&quot;)&lt;/script&gt;">' +
			'&lt;script&gt;alert(&quot;a&amp;b&#39;s&quot;)&lt;/script&gt;</p>',
	);
});

test('what was made as HTML stays, one or many; nothing is left out as nothing', (t) => {
	const items = ['a', '<b>'].map((item) => markup`<li>${item}</li>`);
	t.is(markup`<ul>${items}</ul>${undefined}${7}`.text, '<ul><li>a</li><li>&lt;b&gt;</li></ul>7');
	t.is(markup`${trustedMarkup('<svg/>')}`.text, '<svg/>');
});

test('no text whatever makes a tag, an attribute or an entity', (t) => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ';')}), (text) => {
			t.notRegex(markup`${text}`.text, /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/u);
		}),
	);
	t.pass();
});

test('a page takes its own style alone, and runs nothing', (t) => {
	const style = 'p { color: #000; }';
	const body = markup`<p>${'<x>'}</p>`;
	const answer = pageAnswer({language: 'id', title: 'A & B', style, body});
	const digest = createHash('sha256').update(style).digest('base64');
	t.is(answer.status, 200);
	t.is(
		answer.headers!['Content-Security-Policy'],
		`default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; ` +
			"frame-ancestors 'none'",
	);
	const text = answer.content!.body as string;
	t.true(text.includes(`<style>${style}</style>`));
	t.true(text.includes('<html lang="id">'));
	t.true(text.includes('<title>A &amp; B</title>'));
	t.true(text.includes('<p>&lt;x&gt;</p>'));
});
