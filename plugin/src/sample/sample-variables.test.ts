import { describe, expect, it } from 'vitest';
import { samplesOf } from './sample-variables.ts';

function samples(source: string, examples = {}): ReturnType<typeof samplesOf> {
  const inputs = [{ target: 'input.detail', source }];
  return samplesOf({ elementId: 'task', jobType: 'x', inputs, headers: {} }, examples);
}

describe('sample variables', () => {
  it('have the shape in which the task reads them', () => {
    expect(samples('={ id: order.id, name: order.customer.name, urgent: not(late) }')).toEqual({
      order: { id: 'id', customer: { name: 'name' } },
      late: 'late',
    });
  });

  it('have a value of the type that the use tells', () => {
    expect(samples('= if amount > 10 then list[1] else null')).toEqual({ amount: 1, list: [] });
  });

  it('are the example data where the diagram has some, whole', () => {
    expect(samples('= order.id + suffix', { order: { id: 'A-1', more: true }, unread: 1 })).toEqual({
      order: { id: 'A-1', more: true },
      suffix: 'suffix',
    });
  });
});
