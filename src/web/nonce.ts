// By this number of the answer the browser knows the styles that are ours (see the service's
// `web-app.ts`). Elements hide it from scripts in their attribute and tell it in a property.

/** The number of this answer, for whoever adds styles to the page. */
export const styleNonce = (): string =>
	document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Libraries that keep the page from scrolling under a dialog look for it here.
Object.assign(globalThis, {__webpack_nonce__: styleNonce()});
