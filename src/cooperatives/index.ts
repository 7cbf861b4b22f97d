// The door of the cooperatives: all that other rooms may see of them.
export {cooperativeAccounts, cooperativeChart} from './chart.ts';
export type {Cooperative, CooperativeForm} from './cooperative.ts';
export {type CooperativeCode, cooperativeTexts} from './errors.ts';
export type {Member, Sex} from './member.ts';
export type {CooperativeStore, CooperativeWork, NewCooperative, NewMember} from './ports.ts';
export {registerCooperative} from './commands/register-cooperative.ts';
export {getCooperative, getMember, registerMember} from './commands/register-member.ts';
