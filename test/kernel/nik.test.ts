import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {nikFault, readNik} from '../../src/kernel/nik.ts';

const today = localDate('2026-03-31');

test('a woman has 40 added to her day of birth', (t) => {
	t.deepEqual(readNik('1771014103850001', today), {
		sex: 'female',
		birthDate: localDate('1985-03-01'),
	});
	t.deepEqual(readNik('1771010103850001', today), {
		sex: 'male',
		birthDate: localDate('1985-03-01'),
	});
	t.like(readNik('1771013112990001', today), {sex: 'male', birthDate: localDate('1999-12-31')});
	t.like(readNik('1771017112990001', today), {sex: 'female', birthDate: localDate('1999-12-31')});
});

test('a year that would lie in the future is of the century before', (t) => {
	t.is(readNik('1771010104260001', today)?.birthDate, localDate('1926-04-01'));
	t.is(readNik('1771013003260001', today)?.birthDate, localDate('2026-03-30'));
	t.is(readNik('1771010101050001', today)?.birthDate, localDate('2005-01-01'));
});

test('29 February is of a leap year of either century', (t) => {
	t.is(readNik('1771012902000001', today)?.birthDate, localDate('2000-02-29'));
	t.is(nikFault('1771012902010001'), 'nik/date');
	t.is(readNik('1771012902960001', today)?.birthDate, localDate('1996-02-29'));
});

const faulty = test.macro({
	exec(t, nik: string, fault: string) {
		t.is(nikFault(nik), fault as never);
		t.is(readNik(nik, today), undefined);
	},
	title: (_, nik: string, fault: string) => `${nik} is refused: ${fault}`,
});
test(faulty, '177101410385001', 'nik/length');
test(faulty, '17710141038500011', 'nik/length');
test(faulty, '177101410385000x', 'nik/length');
test(faulty, '0171014103850001', 'nik/region');
test(faulty, '1700014103850001', 'nik/region');
test(faulty, '1771004103850001', 'nik/region');
test(faulty, '1771010003850001', 'nik/date');
test(faulty, '1771013203850001', 'nik/date');
test(faulty, '1771014003850001', 'nik/date');
test(faulty, '1771017203850001', 'nik/date');
test(faulty, '1771010113850001', 'nik/date');
test(faulty, '1771014103850000', 'nik/serial');
