import { expectTypeOf } from 'vitest';
import type { FaultSpec } from './parse-fault.ts';

function spec(fault: FaultSpec): FaultSpec {
  return fault;
}

spec({ kind: 'http', status: 503, times: 2 });
spec({ kind: 'hang', when: 'after' });
spec({ kind: 'too-large', operation: 'PutEvents' });
// @ts-expect-error there is no such kind
spec({ kind: 'explode' });
// @ts-expect-error a status is a number
spec({ kind: 'http', status: '503' });
// @ts-expect-error there is no such moment
spec({ kind: 'hang', when: 'never' });
// @ts-expect-error a status belongs to another kind
spec({ kind: 'slow', status: 500 });

expectTypeOf<FaultSpec['kind']>().toEqualTypeOf<
  'entry' | 'http' | 'error' | 'deny' | 'throttle' | 'slow' | 'hang' | 'reset' | 'too-large'
>();
