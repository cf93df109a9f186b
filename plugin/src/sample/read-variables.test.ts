import { describe, expect, it } from 'vitest';
import { readVariables } from './read-variables.ts';

function namesOf(...sources: readonly (string | readonly [string, string])[]): readonly string[] {
  const inputs = sources.map((source) =>
    typeof source === 'string' ? { target: 'input.detail', source } : { target: source[0], source: source[1] },
  );
  return readVariables({ elementId: 'task', jobType: 'x', inputs, headers: {} }).map(({ name }) => name);
}

describe('the variables that a task reads', () => {
  it.each([
    ['static text names none', 'order.id', []],
    ['a path names its root', '= order.id', ['order']],
    ['a context reads what its values read', '={ id: order.id, sum: total }', ['order', 'total']],
    ['a name made on the way is none', '={ a: b, c: a }', ['b']],
    ['functions are none', '= sum(prices) + now() + get or else(discount, 0)', ['prices', 'discount']],
    ['a function that is not known is none either', '= myFunction(order)', ['order']],
    ['the variable of a loop is none', '= for item in items return item.price', ['items']],
    ['secrets and cluster variables are none', '= camunda.secrets.KEY', []],
    ['an expression that is not finished still tells', '= order.', ['order']],
    ['text that is no FEEL at all tells nothing', '= }{', []],
  ])('%s', (_, source, names) => {
    expect([...namesOf(source)].sort()).toEqual([...names].sort());
  });

  it('leave out what an earlier mapping made: by its short name beside it, by its path elsewhere', () => {
    const region = ['configuration.region', '= region'] as const;
    expect(
      namesOf(region, ['input.source', '= shop'], ['input.detail', '={src: source, in: configuration.region}']),
    ).toEqual(['region', 'shop']);
  });

  it('keep the entry that the mapping stands in: it is not there yet', () => {
    expect(namesOf(['input.source', '= shop'], ['input.detail', '= input.source'])).toEqual(['shop', 'input']);
  });

  it('keep a name that a later mapping makes', () => {
    expect(namesOf(['input.detail', '= configuration.region'], ['configuration.region', '= region'])).toEqual([
      'configuration',
      'region',
    ]);
  });

  it('are those of the retries too', () => {
    const task = { elementId: 'task', jobType: 'x', inputs: [], headers: {}, retries: '= maxTries' };
    expect(readVariables(task).map(({ name }) => name)).toEqual(['maxTries']);
    const inputs = [{ target: 'input.tries', source: '3' }];
    expect(readVariables({ ...task, inputs, retries: '= input.tries' })).toEqual([]);
  });

  it('have one shape, made of all their uses', () => {
    const inputs = [
      { target: 'a', source: '= order.id' },
      { target: 'b', source: '= order.customer.name' },
    ];
    const [order] = readVariables({ elementId: 'task', jobType: 'x', inputs, headers: {} });
    expect(order).toMatchObject({
      name: 'order',
      type: 'context',
      entries: [{ name: 'id' }, { name: 'customer', type: 'context', entries: [{ name: 'name' }] }],
    });
  });
});
