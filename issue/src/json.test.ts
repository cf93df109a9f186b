import { expect, it } from 'vitest';
import { parseJson, parseJsonObject } from './json.ts';

it('reads JSON text of any kind; text that is none gives no value', () => {
  expect(parseJson('null')).toBeNull();
  expect(parseJson(' [1, "a"] ')).toEqual([1, 'a']);
  for (const text of ['', '{', 'undefined', "{'a': 1}", '1 2'])
    expect([text, parseJson(text)]).toEqual([text, undefined]);
});

it('takes for an object neither null nor a list', () => {
  expect(parseJsonObject('{"a": 1}')).toEqual({ a: 1 });
  for (const text of ['null', '[]', '"{}"', '{']) expect([text, parseJsonObject(text)]).toEqual([text, undefined]);
});
