import {z} from 'zod';
import {bankNumber, date, dateText, id, page, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {MemberAccountId, MemberId} from '../../kernel/ids.ts';
import {
	type CooperativeWork,
	type MemberAccount,
	endMemberAccount,
	getMember,
	maskNumber,
	memberAccountKinds,
	recordMemberAccount,
} from '../index.ts';

const accountAnswer = z.strictObject({
	id: z.string(),
	member: z.string(),
	kind: z.enum(memberAccountKinds),
	bank: z.string(),
	numberMasked: z.string().meta({description: 'Only the last four digits are shown.'}),
	holder: z.string(),
	since: dateText(),
	until: dateText().nullable().meta({description: 'The last day; null for one in use.'}),
	recordedBy: z.string(),
});

const presentAccount = (account: MemberAccount): z.output<typeof accountAnswer> => ({
	id: account.id,
	member: account.member,
	kind: account.kind,
	bank: account.bank,
	numberMasked: maskNumber(account.number),
	holder: account.holder,
	since: account.since,
	until: account.until ?? null,
	recordedBy: account.recordedBy,
});

/** The accounts of members at banks and e-wallets: in the record with whatever ended. */
export const memberAccountRoutes: readonly Route<CooperativeWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members/{id}/accounts',
		permission: 'member:read',
		tag: 'members',
		summary: 'Which accounts at banks and e-wallets a member has, and had.',
		params: z.strictObject({id: id<MemberId>()}),
		status: 200,
		response: page(accountAnswer),
		handle: async (work: CooperativeWork, {params}) => {
			const member = await getMember(work, params.id);
			const all = await work.cooperatives.listMemberAccounts(member.id);
			return {body: {items: all.map(presentAccount), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/accounts',
		permission: 'member:write',
		tag: 'members',
		summary: 'Records an account of a member at a bank or an e-wallet.',
		params: z.strictObject({id: id<MemberId>()}),
		body: z.strictObject({
			kind: z.enum(memberAccountKinds),
			bank: text({max: 60}).meta({
				description: 'The name or code of the bank, or of who runs the e-wallet.',
			}),
			number: bankNumber(),
			holder: text({max: 120}).meta({description: 'Whose name the bank has.'}),
			since: date(),
		}),
		status: 201,
		response: accountAnswer,
		handle: async (work: CooperativeWork, {params, body}) => ({
			body: presentAccount(await recordMemberAccount(work, {...body, member: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/member-accounts/{id}/end',
		permission: 'member:write',
		tag: 'members',
		summary: 'Records that a member has an account no more; it stays in the record.',
		params: z.strictObject({id: id<MemberAccountId>()}),
		body: z.strictObject({until: date().meta({description: 'The last day of it.'})}),
		status: 200,
		response: accountAnswer,
		handle: async (work: CooperativeWork, {params, body: {until}}) => ({
			body: presentAccount(await endMemberAccount(work, {account: params.id, until})),
		}),
	}),
];
