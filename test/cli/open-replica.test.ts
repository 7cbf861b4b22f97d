import test from 'ava';
import {asService} from '../../src/cli/open-replica.ts';

const service = 'postgres://bergulir_service:p%2Fw@db1,db2/bergulir';
const owner = 'postgres://pemilik:rahasia@db1,db2/bergulir';

test('a replica is signed in to as the service, never as the owner of the tables', (t) => {
	const wanted = 'postgres://bergulir_service:p%2Fw@siaga:5433/bergulir';
	t.is(asService('postgres://siaga:5433/bergulir', service, owner), wanted);
	t.is(asService('postgres://pemilik:rahasia@siaga:5433/bergulir', service, owner), wanted);
	const own = 'postgres://pembaca:lain@siaga:5433/bergulir';
	t.is(asService(own, service, owner), own);
});
