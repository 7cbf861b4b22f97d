// Against RFC 8032, section 7.1, tests 1 and 2; the name of the key comes from sha256sum.
import test from 'ava';
import {isSignedBy, keyIdOf, privateKeyOf, signerOf} from '../../src/evidence/signing-key.ts';

type Vector = {
	readonly secret: string;
	readonly publicKey: string;
	readonly text: string;
	readonly signature: string;
};

const vectors: readonly Vector[] = [
	{
		secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
		publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
		text: '',
		signature: [
			'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155',
			'5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
		].join(''),
	},
	{
		secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
		publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
		text: 'r',
		signature: [
			'92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da',
			'085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
		].join(''),
	},
];
// What RFC 8410 writes before the 32 bytes of an Ed25519 public key.
const prefix = '302a300506032b6570032100';

const signs = test.macro({
	exec(t, {secret, publicKey, text, signature}: Vector) {
		const signer = signerOf(privateKeyOf(Buffer.from(secret, 'hex')));
		const spki = Buffer.from(prefix + publicKey, 'hex').toString('base64');
		t.is(signer.publicKey, spki);
		t.is(Buffer.from(signer.sign(text), 'base64').toString('hex'), signature);
		t.is(signer.keyId, keyIdOf(spki));
		t.true(isSignedBy(spki, text, signer.sign(text)));
		t.false(isSignedBy(spki, `${text} `, signer.sign(text)));
	},
	title: (_, {text}: Vector) => `signs "${text}" as RFC 8032 does`,
});

test(signs, vectors[0]!);
test(signs, vectors[1]!);

test('a key is called by the hash of its public half', (t) => {
	const signer = signerOf(privateKeyOf(Buffer.from(vectors[0]!.secret, 'hex')));
	t.is(signer.keyId, '06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9');
});

test('another key did not sign it', (t) => {
	const [one, two] = vectors.map(({secret}) => signerOf(privateKeyOf(Buffer.from(secret, 'hex'))));
	t.false(isSignedBy(one!.publicKey, 'r', two!.sign('r')));
});

test('a key of another kind is no signing key', (t) => {
	const other = [
		'-----BEGIN PRIVATE KEY-----',
		'MC4CAQAwBQYDK2VuBCIEIPCP21zN0DQM5D2SeTLhvJhVkqJ5TmkUyIBlHXYzg0Bo',
		'-----END PRIVATE KEY-----',
	].join('\n');
	t.throws(() => signerOf(other), {message: /x25519; it must be Ed25519/});
	t.throws(() => signerOf('nothing'));
});
