import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import {rupiah, zero} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import {type Akad, akads, decideTerms, isIndivisible, isSharia} from '../../src/lending/akad.ts';

const codeOf = (run: () => void): string | undefined => {
	try {
		run();
		return undefined;
	} catch (error) {
		return (error as DomainError).code;
	}
};

const terms = (akad: Akad, margin: string, nisbah?: string): string | undefined =>
	codeOf(() => decideTerms(akad, rupiah(margin), nisbah === undefined ? undefined : rate(nisbah)));

test('a qardh bears no margin (DSN-MUI 19/2001), a murabahah bears one (DSN-MUI 4/2000)', (t) => {
	t.is(terms('qardh', '0'), undefined);
	t.is(terms('qardh', '0.01'), 'lending/qardh-with-margin');
	t.is(terms('murabahah', '1'), undefined);
	t.is(
		codeOf(() => decideTerms('murabahah', zero)),
		'lending/murabahah-without-margin',
	);
	t.is(terms('ijarah', '0'), 'lending/ijarah-without-rent');
});

test('who shares profit promises none (DSN-MUI 7/2000, 8/2000), and names the nisbah', (t) => {
	t.is(terms('mudharabah', '0', '0.3'), undefined);
	t.is(terms('musyarakah', '0', '0.3'), undefined);
	t.is(terms('mudharabah', '1', '0.3'), 'lending/share-with-margin');
	t.is(terms('mudharabah', '0'), 'lending/nisbah-missing');
	t.is(terms('qardh', '0', '0.3'), 'lending/nisbah-not-shared');
});

test('a loan at a rate has its rate from its product', (t) => {
	t.is(terms('jasa', '0'), undefined);
	t.is(terms('jasa', '1'), 'lending/rate-with-margin');
});

test('jasa alone is not sharia', (t) => {
	t.deepEqual(
		akads.filter((akad) => !isSharia(akad)),
		['jasa'],
	);
});

test('a sale and a letting have no parts', (t) => {
	t.deepEqual(akads.filter(isIndivisible), ['murabahah', 'ijarah']);
});
