import test from 'ava';
import {
	foldAddress,
	foldNik,
	foldPhone,
	maskNik,
	maskPhone,
	sealedAbout,
} from '../../src/kernel/personal-data.ts';

test('a phone is found again however it was written', (t) => {
	for (const written of ['0812-3456-7890', '+62 812 3456 7890', '6281234567890', '81234567890']) {
		t.is(foldPhone(written), '+6281234567890', written);
	}
	t.is(foldPhone('tidak ada'), undefined);
	t.is(foldPhone('0'), undefined);
});

test('an address is found again within its kelurahan, whatever the signs and capitals', (t) => {
	const wanted = '17.71.01.1001 jlmelatino12rt3rw4';
	t.is(foldAddress('Jl. Melati No. 12, RT-3/RW.4', '17.71.01.1001'), wanted);
	t.is(foldAddress("JL MELATI NO.12 RT 3 RW 4'", '17.71.01.1001'), wanted);
	t.not(foldAddress('Jl. Melati No. 12, RT-3/RW.4', '17.71.01.1002'), wanted);
});

test('a NIK is its digits', (t) => {
	t.is(foldNik('1771 0141 0790 0042'), '1771014107900042');
});

test('what is masked shows an end, and nothing of what is short', (t) => {
	t.is(maskNik('1771014107900042'), '************0042');
	t.is(maskPhone('0812-3456-7890'), '••••••••890');
	t.is(maskPhone('112'), '••••••••');
});

test('what a sealed value is about names table, column and row', (t) => {
	t.is(sealedAbout('members', 'nik', 'b1'), 'members.nik:b1');
});
