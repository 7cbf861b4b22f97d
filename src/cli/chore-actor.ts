import {everywhere} from '../kernel/scope.ts';

/** Who acts where the service does something by itself. */
export const choreActor = {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'};

/** The service by itself, over every book. */
export const bySelf = {scope: everywhere, actor: choreActor};
