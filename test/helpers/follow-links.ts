// Follows the links of a report: what the lines behind a figure come to, and what another report
// says in its totals.
import {type Rupiah, add, rupiah, subtract, zero} from '../../src/kernel/money.ts';
import type {Answered, Client} from './http.ts';

type Body = Answered['body'];

/** The body of an answer. @throws Error where the question was refused. */
export const asking =
	(client: Client) =>
	async (address: string): Promise<Body> => {
		const {status, body} = await client.get(address);
		if (status !== 200) throw new Error(`${address}: ${JSON.stringify(body)}`);
		return body;
	};

/** What all lines that a link gives come to: debits less credits, page by page. */
export async function debitsOf(client: Client, link: string): Promise<Rupiah> {
	const ask = asking(client);
	let net = zero;
	for (let cursor = ''; ;) {
		const page = await ask(`${link}&limit=1000${cursor}`);
		for (const {row, debit, credit} of page.rows) {
			if (row === 'line') net = add(net, subtract(rupiah(debit), rupiah(credit)));
		}
		if (page.nextCursor === null) return net;
		cursor = `&cursor=${page.nextCursor}`;
	}
}
