import test from 'ava';
import {
	type MediaType,
	contentDisposition,
	decideFile,
	fileBytesMax,
	mediaTypeOf,
} from '../../src/cooperatives/attachment.ts';

const base64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00];

const isTaken = test.macro({
	exec(t, bytes: readonly number[], mediaType: MediaType) {
		t.is(decideFile(base64(bytes)).mediaType, mediaType);
	},
	title: (title = '') => `taken by its first bytes: ${title}`,
});
test('a PDF', isTaken, [...Buffer.from('%PDF-1.7\n')], 'application/pdf');
test('a JPEG', isTaken, [0xff, 0xd8, 0xff, 0xe0, 0x00], 'image/jpeg');
test('a PNG', isTaken, png, 'image/png');

test('a file has the SHA-256 of its content', (t) => {
	// echo -n '%PDF-1.4' | sha256sum
	const {sha256, content} = decideFile('JVBERi0xLjQ=');
	t.is(Buffer.from(content).toString(), '%PDF-1.4');
	t.is(sha256, 'e16fa5d9b51928755db85b917f0297babaf22c7a47e97d9212adab56e61ba04e');
});

const isRefused = test.macro({
	exec(t, text: string, code: string) {
		const error = t.throws(() => decideFile(text));
		t.like(error, {code, findings: [{path: 'contentBase64'}]});
	},
	title: (title = '') => `refused: ${title}`,
});
test('a program', isRefused, base64([0x4d, 0x5a, 0x90, 0x00]), 'attachment/type-not-allowed');
test(
	'a page',
	isRefused,
	base64([...Buffer.from('<svg onload=a>')]),
	'attachment/type-not-allowed',
);
test('half of a PNG', isRefused, base64(png.slice(0, 7)), 'attachment/type-not-allowed');
test(
	'a PDF after a page',
	isRefused,
	base64([...Buffer.from(' %PDF-')]),
	'attachment/type-not-allowed',
);
test('nothing', isRefused, '', 'attachment/empty');
test('text that is no base64', isRefused, 'JVBERi0*', 'attachment/not-base64');
test('base64 for addresses', isRefused, 'JVBERi0_', 'attachment/not-base64');
test('base64 in lines', isRefused, 'JVBE\nRi0x\n', 'attachment/not-base64');
test('base64 cut off', isRefused, 'JVBERi0', 'attachment/not-base64');

test('five megabytes are taken, and not a byte more', (t) => {
	const file = Buffer.alloc(fileBytesMax + 1);
	file.write('%PDF-');
	t.is(fileBytesMax, 5_242_880);
	t.is(decideFile(file.subarray(0, fileBytesMax).toString('base64')).content.length, 5_242_880);
	const error = t.throws(() => decideFile(file.toString('base64')));
	t.like(error, {
		code: 'attachment/too-large',
		findings: [{values: {bytes: '5242881', max: '5242880'}}],
	});
});

test('what is shorter than any of them is none of them', (t) => {
	t.is(mediaTypeOf(new Uint8Array()), undefined);
	t.is(mediaTypeOf(new Uint8Array([0xff, 0xd8])), undefined);
});

const isCalled = test.macro({
	exec(t, name: string, mediaType: MediaType, plain: string, encoded: string) {
		t.is(
			contentDisposition({name, mediaType}),
			`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
		);
	},
	title: (_, name: string) => `saved as: ${name}`,
});
test(isCalled, 'ktp.jpg', 'image/jpeg', 'ktp.jpg', 'ktp.jpg');
test(isCalled, 'KTP.JPEG', 'image/jpeg', 'KTP.JPEG', 'KTP.JPEG');
test(isCalled, 'ktp.exe', 'image/png', 'ktp.exe.png', 'ktp.exe.png');
test(isCalled, 'a"b\\c/d.pdf', 'application/pdf', 'a_b_c_d.pdf', 'a%22b%5Cc%2Fd.pdf');
test(isCalled, "akad (1)'.pdf", 'application/pdf', 'akad _1__.pdf', 'akad%20%281%29%27.pdf');
test(isCalled, 'é.pdf', 'application/pdf', '_.pdf', '%C3%A9.pdf');
