import type { Json } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { missingVariables } from './missing-variables.ts';

function field(
  target: string,
  source: string,
  value: Json,
): { readonly target: string; readonly source: string; readonly value: Json } {
  return { target, source, value };
}

describe('the variables that a field misses', () => {
  it.each<readonly [string, Json, readonly string[]]>([
    ['=order', null, ['order']],
    ['={id: order.id, shop: shop}', { id: null, shop: 'books' }, ['order']],
    ['=[order]', [null], ['order']],
    ['=if order = null then 1 else order', 1, []],
    ['=shop', 'books', []],
    ['=null', null, []],
    ['order', 'order', []],
    ['=string(order)', null, ['order']],
  ])('in %s, which gave %j, are %j', (source, value, missing) => {
    expect(missingVariables(0, [field('input.detail', source, value)], { shop: 'books' })).toEqual(missing);
  });

  it('are none that a mapping before it gives', () => {
    const fields = [
      field('region', '=home', 'eu'),
      field('input.source', 'orders', 'orders'),
      field('input.detail', '={region: region, source: source, type: detailType, none: null}', { none: null }),
    ];
    expect(missingVariables(2, fields, {})).toEqual(['detailType']);
  });
});
