import { evaluateInputs, type FieldResult } from '@eventbridge-kit/connector';
import type { JsonObject } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { whyNull } from './null-fields.ts';

const world = { now: () => ({ epochMs: 0 }), random: () => 0, uuid: () => 'u' };

/** What the last of the mappings gave. */
function last(mappings: readonly (readonly [target: string, source: string])[], variables: JsonObject): FieldResult {
  const inputs = mappings.map(([target, source]) => ({ target, source }));
  const field = evaluateInputs(inputs, variables, world).fields.at(-1);
  if (field === undefined) throw new Error('there is no mapping');
  return field;
}

describe('the variables that a field misses', () => {
  it.each<readonly [string, readonly string[]]>([
    ['=order', ['order']],
    ['={id: order.id, shop: shop}', ['order']],
    ['={id: order.id, total: order.total}', ['order']],
    ['=[order]', ['order']],
    ['=if order = null then 1 else order', []],
    ['=shop', []],
    ['=null', []],
    ['order', []],
    ['=string(order)', ['order']],
  ])('in %s are %j', (source, missing) => {
    expect(whyNull(last([['input.detail', source]], { shop: 'books' }))?.missing ?? []).toEqual(missing);
  });

  it('are none that a mapping before it gives', () => {
    const field = last(
      [
        ['region', '=home'],
        ['input.source', 'orders'],
        ['input.detail', '={region: region, source: source, type: detailType, none: null}'],
      ],
      {},
    );
    expect(whyNull(field)?.missing).toEqual(['detailType']);
  });
});

describe('what else makes a null', () => {
  it.each<readonly [string, readonly string[]]>([
    ['={total: order.total}', ['order.total']],
    ['={total: order.id + 1, id: order.id}', ['order.id + 1']],
    ['=[upper case(order.size)]', ['upper case(order.size)']],
    ['=order.size > order.id', ['order.size > order.id']],
    ['={id: order.id, none: null}', []],
    ['=if order.size > "a" then 1 else 2', []],
  ])('in %s stands with its place: %j', (source, parts) => {
    const reasons = whyNull(last([['input.detail', source]], { order: { id: 'A-1', size: 2 } }))?.reasons ?? [];
    expect(reasons.map(({ part }) => part)).toEqual(parts);
    for (const { message } of reasons) expect(message).toMatch(/\w+ \w+/);
  });
});
