import test from 'ava';
import {decidePassword} from '../../src/identity/password.ts';

const isRefused = test.macro({
	exec(t, password: string, code: string) {
		t.like(
			t.throws(() => decidePassword(password, 'siti.rahma')),
			{code},
		);
	},
	title: (_, password: string, code: string) => `${password.slice(0, 24)} is refused as ${code}`,
});

test(isRefused, 'elevenchars', 'identity/password-too-short');
test(isRefused, '\u{1D424}'.repeat(11), 'identity/password-too-short');
test(isRefused, `kuda hijau ${'x'.repeat(246)}`, 'identity/password-too-long');
test(isRefused, 'kuda-Siti.Rahma-lompat', 'identity/password-has-name');
test(isRefused, 'passwordpassword', 'identity/password-common');
test(isRefused, '123456789012', 'identity/password-common');
test(isRefused, 'aaaaaaaaaaaa', 'identity/password-common');
test(isRefused, 'qwertyuiop12', 'identity/password-common');
test(isRefused, 'bergulir2026', 'identity/password-common');
test(isRefused, 'samisakesamisake', 'identity/password-common');

test('unrelated words or random characters make a password', (t) => {
	for (const password of [
		'kuda-hijau-lompat-pagar',
		'Jx8#kd02mvPq',
		'hujan sore di atas genteng',
	]) {
		t.is(decidePassword(password, 'siti.rahma'), password);
	}
});
