import {answerOf, api} from './client.ts';

/**
 * What is at an address of the API that an answer named, such as the lines behind a figure. What
 * it is, whoever asks has to see. @throws Refused, Unreachable.
 */
export async function readAddress(address: string): Promise<unknown> {
	// The address is one of many: the types of the API know addresses that are written out.
	const asked: unknown = api.GET(address as '/v1/me');
	return answerOf(asked as Promise<{data?: unknown; error?: unknown; response: Response}>);
}

/** The bytes at an address, as a file to keep. @throws Refused, Unreachable. */
export async function readFileAt(address: string): Promise<{file: Blob; status: number}> {
	const asked = await api.GET(address as '/v1/me', {parseAs: 'blob'});
	const {response, error} = asked;
	const file = await answerOf(Promise.resolve({data: asked.data!, error, response}));
	return {file, status: response.status};
}
