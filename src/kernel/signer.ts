/**
 * Signs text for this installation, so that somebody who holds only the public key can later prove
 * that it was said, and not changed. Ed25519 (RFC 8032) over the UTF-8 bytes.
 */
export type Signer = {
	/** Hexadecimal SHA-256 of the public key's SPKI encoding (DER): its name everywhere. */
	readonly keyId: string;
	/** The public key: SPKI (DER) in base64. */
	readonly publicKey: string;
	/** The signature in base64. */
	readonly sign: (text: string) => string;
};
