import {z} from 'zod';
import {bookCode, date, dateText, id, nik, page, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {MemberId, PengurusId, TieId} from '../../kernel/ids.ts';
import {kinships} from '../../kernel/kinship.ts';
import {maskNik} from '../../kernel/personal-data.ts';
import {
	type CooperativeWork,
	type Pengurus,
	type Tie,
	endPengurus,
	endTie,
	getCooperative,
	getMember,
	offices,
	recordPengurus,
	recordTie,
} from '../index.ts';

const pengurusAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string(),
	name: z.string(),
	nikMasked: z.string().meta({description: 'Only the last four digits are shown.'}),
	office: z.enum(offices),
	since: dateText(),
	until: dateText().nullable().meta({description: 'The last day; null for who is in office.'}),
	recordedBy: z.string(),
});

const presentPengurus = (one: Pengurus): z.output<typeof pengurusAnswer> => ({
	id: one.id,
	cooperative: one.book,
	name: one.name,
	nikMasked: maskNik(one.nik),
	office: one.office,
	since: one.since,
	until: one.until ?? null,
	recordedBy: one.recordedBy,
});

const tieAnswer = z.strictObject({
	id: z.string(),
	member: z.string(),
	pengurus: z.string(),
	relation: z.enum(kinships),
	until: dateText().nullable(),
	recordedBy: z.string(),
});

const presentTie = (tie: Tie): z.output<typeof tieAnswer> => ({
	id: tie.id,
	member: tie.member,
	pengurus: tie.pengurus,
	relation: tie.relation,
	until: tie.until ?? null,
	recordedBy: tie.recordedBy,
});

const endBody = z.strictObject({until: date().meta({description: 'The last day of it.'})});

/** Who runs a cooperative: its pengurus, pengawas, pengelola and karyawan. */
const registry: readonly Route<CooperativeWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/cooperatives/{code}/pengurus',
		permission: 'member:read',
		tag: 'pengurus',
		summary: 'Who runs a cooperative and who did.',
		params: z.strictObject({code: bookCode()}),
		status: 200,
		response: page(pengurusAnswer),
		handle: async (work: CooperativeWork, {params: {code}}) => {
			await getCooperative(work, code);
			const all = await work.cooperatives.listPengurus([code]);
			return {body: {items: all.map(presentPengurus), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/cooperatives/{code}/pengurus',
		permission: 'pengurus:write',
		tag: 'pengurus',
		summary: 'Records that somebody runs a cooperative.',
		params: z.strictObject({code: bookCode()}),
		body: z.strictObject({
			name: text({max: 120}),
			nik: nik(),
			office: z.enum(offices),
			since: date(),
		}),
		status: 201,
		response: pengurusAnswer,
		handle: async (work: CooperativeWork, {params: {code}, body}) => ({
			body: presentPengurus(await recordPengurus(work, {...body, cooperative: code})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/pengurus/{id}/end',
		permission: 'pengurus:write',
		tag: 'pengurus',
		summary: 'Records that an office ended; whoever held it stays on the list.',
		params: z.strictObject({id: id<PengurusId>()}),
		body: endBody,
		status: 200,
		response: pengurusAnswer,
		handle: async (work: CooperativeWork, {params, body: {until}}) => ({
			body: presentPengurus(await endPengurus(work, {pengurus: params.id, until})),
		}),
	}),
];

const ties: readonly Route<CooperativeWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members/{id}/ties',
		permission: 'member:read',
		tag: 'pengurus',
		summary: 'How a member is, and was, related to those who run the cooperative.',
		params: z.strictObject({id: id<MemberId>()}),
		status: 200,
		response: page(tieAnswer),
		handle: async (work: CooperativeWork, {params}) => {
			const member = await getMember(work, params.id);
			const all = await work.cooperatives.tiesOf([member.id]);
			return {body: {items: all.map(presentTie), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members/{id}/ties',
		permission: 'member:write',
		tag: 'pengurus',
		summary: 'Records that a member is related to one who runs the cooperative.',
		params: z.strictObject({id: id<MemberId>()}),
		body: z.strictObject({pengurus: id<PengurusId>(), relation: z.enum(kinships)}),
		status: 201,
		response: tieAnswer,
		handle: async (work: CooperativeWork, {params, body}) => ({
			body: presentTie(await recordTie(work, {...body, member: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/ties/{id}/end',
		permission: 'pengurus:write',
		tag: 'pengurus',
		summary: 'Records that a tie ended; it stays in the record.',
		description: 'Not for whoever recorded it: that a party is related no more is for the city.',
		params: z.strictObject({id: id<TieId>()}),
		body: endBody,
		status: 200,
		response: tieAnswer,
		handle: async (work: CooperativeWork, {params, body: {until}}) => ({
			body: presentTie(await endTie(work, {tie: params.id, until})),
		}),
	}),
];

export const pengurusRoutes: readonly Route<CooperativeWork>[] = [...registry, ...ties];
