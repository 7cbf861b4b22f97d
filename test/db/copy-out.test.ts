import test from 'ava';
import {createLineEnds} from '../../src/db/copy-out.ts';

const ended = (pieces: readonly string[]): string => {
	const lines = createLineEnds();
	return pieces.map((piece) => lines(Buffer.from(piece)).toString('utf8')).join('');
};

test('a line ends with CRLF, and what is quoted stays as it is', (t) => {
	t.is(ended(['a,b\nc,d\n']), 'a,b\r\nc,d\r\n');
	t.is(ended(['"a\nb",c\nd\n']), '"a\nb",c\r\nd\r\n');
	t.is(ended(['"say ""yes""\n",b\n']), '"say ""yes""\n",b\r\n');
	t.is(ended(['é✓,"✓\n"\n']), 'é✓,"✓\n"\r\n');
});

test('wherever the pieces are cut', (t) => {
	const whole = 'a,"b\n""c""\n",d\n"e\n"\nf\n';
	for (let at = 1; at < whole.length; at += 1) {
		t.is(ended([whole.slice(0, at), whole.slice(at)]), ended([whole]), String(at));
	}
	t.is(ended(Array.from(whole)), 'a,"b\n""c""\n",d\r\n"e\n"\r\nf\r\n');
});
