import { describe, expect, it } from 'vitest';
import {
  allMatch,
  boolean,
  defineTemplate,
  dropdown,
  equals,
  header,
  hidden,
  input,
  isActive,
  isEmpty,
  jsonObject,
  listOf,
  number,
  oneOf,
  string,
  taskDefinition,
  text,
  textValue,
} from '../index.ts';
import { parseJobInput } from './index.ts';

const definition = defineTemplate({
  id: 'a',
  name: 'A',
  appliesTo: ['bpmn:Task'],
  properties: {
    job: hidden({ value: 'a:1', binding: taskDefinition('type') }),
    'auth.type': dropdown({
      label: 'Authentication',
      choices: [
        { name: 'Keys', value: 'keys' },
        { name: 'Chain', value: 'chain' },
      ],
      whenMissing: 'keys',
      binding: input('auth.type'),
    }),
    'auth.key': string({
      label: 'Key',
      secret: true,
      constraints: { notEmpty: true, minLength: 4 },
      condition: equals('auth.type', 'keys'),
      binding: input('auth.key'),
    }),
    'auth.token': string({ condition: isActive('auth.key'), binding: input('auth.token') }),
    'auth.profile': string({ condition: oneOf('auth.type', ['chain']), binding: input('auth.profile') }),
    name: string({
      label: 'Name',
      constraints: {
        notEmpty: true,
        maxLength: 100,
        pattern: { value: '^[a-z]+$', message: 'must be lower-case letters.' },
      },
      binding: input('name'),
      reference: { accepts: 'a name', example: 'anna' },
    }),
    nick: string({ condition: isEmpty('name', false), binding: input('nick') }),
    code: string({ label: 'Code', constraints: { pattern: '^[0-9]*$' }, binding: input('code') }),
    count: number({ label: 'Count', binding: input('count') }),
    flag: boolean({ label: 'Flag', binding: input('flag') }),
    list: text({ label: 'List', job: listOf(textValue()), binding: input('list') }),
    object: text({ label: 'Object', job: jsonObject(), binding: input('object') }),
    shown: string({ binding: header('shown') }),
    'by.header': string({
      constraints: { notEmpty: true },
      condition: equals('shown', 'yes'),
      binding: input('by.header'),
    }),
    both: string({
      constraints: { notEmpty: true },
      condition: allMatch(equals('auth.type', 'keys'), equals('code', '7')),
      binding: input('both'),
    }),
  },
});

const right = { auth: { type: 'keys', key: 'abcd' }, name: 'anna' };

function parse(variables: unknown) {
  return parseJobInput(definition, variables);
}

function issuesOf(variables: unknown) {
  const result = parse(variables);
  return result.ok ? [] : result.issues;
}

function inputOf(variables: unknown): unknown {
  const result = parse(variables);
  return result.ok ? result.input : result.issues;
}

describe('parseJobInput', () => {
  it('gives the inputs by their paths, and the containers of those that are missing', () => {
    expect(inputOf(right)).toEqual({ auth: { type: 'keys', key: 'abcd' }, name: 'anna', by: {} });
  });

  it('ignores variables that the definition does not know', () => {
    expect(inputOf({ ...right, auth: { ...right.auth, more: 1 }, other: true })).toEqual(inputOf(right));
  });

  it('drops the values of properties whose condition is false', () => {
    const chain = { auth: { type: 'chain', key: 'abcd', token: 't', profile: 'p' }, name: 'anna' };
    expect(inputOf(chain)).toEqual({ auth: { type: 'chain', profile: 'p' }, name: 'anna', by: {} });
  });

  it('leaves length and pattern to the caller where it checks them itself, and nothing else', () => {
    const checkedElsewhere = ['auth.key'];
    const short = { ...right, auth: { ...right.auth, key: 'a' } };
    expect(issuesOf(short)).toMatchObject([{ field: 'auth.key' }]);
    expect(parseJobInput(definition, short, { checkedElsewhere })).toMatchObject({ ok: true });
    const wrong = { ...right, auth: { ...right.auth, key: [] } };
    expect(parseJobInput(definition, wrong, { checkedElsewhere })).toMatchObject({ issues: [{ field: 'auth.key' }] });
  });

  it('follows conditions on other conditional properties', () => {
    expect(inputOf({ ...right, auth: { ...right.auth, token: 't' } })).toMatchObject({ auth: { token: 't' } });
  });

  it('assumes a missing value only where the definition says which', () => {
    expect(inputOf({ auth: { key: 'abcd' }, name: 'anna' })).toMatchObject({ auth: { type: 'keys', key: 'abcd' } });
    expect(inputOf({ auth: { type: null, key: 'abcd' }, name: 'anna' })).toMatchObject({ auth: { type: 'keys' } });
  });

  it('keeps an optional property whose condition hangs on a header, and does not ask for it', () => {
    expect(inputOf({ ...right, by: { header: 'x' } })).toMatchObject({ by: { header: 'x' } });
  });

  it('asks for a property only while all of its conditions hold', () => {
    expect(issuesOf({ ...right, code: '8' })).toEqual([]);
    expect(issuesOf({ ...right, code: '7' })).toMatchObject([{ rule: 'required', field: 'both' }]);
  });

  it('reads JSON text where a job value is more than text', () => {
    expect(inputOf({ ...right, list: '["a"]', object: '{"b":1}' })).toMatchObject({ list: ['a'], object: { b: 1 } });
    expect(inputOf({ ...right, list: ['a'], object: { b: 1 } })).toMatchObject({ list: ['a'], object: { b: 1 } });
  });

  it.each([
    ['missing', {}, ''],
    ['null', { name: null }, ''],
    ['empty', { name: '' }, ''],
    ['blank', { name: ' \n' }, ', found only blanks'],
  ])('reports a required value that is %s', (_, name, found) => {
    expect(issuesOf({ auth: right.auth, ...name })).toEqual([
      {
        rule: 'required',
        severity: 'error',
        field: 'name',
        message: `Name is required${found}. Write in name: a name, for example anna.`,
      },
    ]);
  });

  it.each([
    [
      { name: 7 },
      'wrong-type',
      'Name must be text, found a number (7). Write text, or a FEEL expression that gives a string.',
    ],
    [
      { count: '7' },
      'wrong-type',
      'Count must be a number, found "7". Write a number, or a FEEL expression that gives a number.',
    ],
    [
      { flag: 'yes' },
      'wrong-type',
      'Flag must be true or false, found "yes". Write true or false, or a FEEL expression that gives one of them.',
    ],
    [
      { list: 'a, b' },
      'wrong-type',
      'List must be a list, each member text, found "a, b". Write a FEEL list such as = ["a", "b"], or its JSON text.',
    ],
    [
      { list: ['a', 2] },
      'wrong-type',
      'List has a wrong member at position 2: it must be text, found a number (2). Write text, or a FEEL expression that gives a string.',
    ],
    [
      { object: '[1]' },
      'wrong-type',
      'Object must be a FEEL context, or JSON text of an object, found "[1]". Write a FEEL context such as = { orderId: 7 }, or the JSON text of an object.',
    ],
    [{ name: 'Anna' }, 'pattern-mismatch', 'Name must be lower-case letters, found "Anna".'],
    [{ code: 'x' }, 'pattern-mismatch', 'Code has the wrong form, found "x". Write text that matches ^[0-9]*$.'],
    [
      { auth: { type: 'key' } },
      'unknown-choice',
      'Authentication is not one of its choices, found "key". Use "keys" or "chain".',
    ],
  ])('says what is wrong, what was found and what to write: %j', (variables, rule, message) => {
    expect(issuesOf({ ...right, ...variables })).toMatchObject([{ rule, severity: 'error', message }]);
  });

  it('cuts long values', () => {
    const [issue] = issuesOf({ ...right, name: 'a'.repeat(101) });
    expect(issue?.rule).toBe('too-long');
    expect(issue?.message).toBe(`Name is too long, found 101 characters ("${'a'.repeat(80)}..."). Write at most 100.`);
  });

  it('never shows the value of a secret', () => {
    expect(issuesOf({ ...right, auth: { key: 'abc' } })).toMatchObject([
      { rule: 'too-short', message: 'Key is too short, found 3 characters. Write at least 4.' },
    ]);
    expect(issuesOf({ ...right, auth: { key: 12345 } })).toMatchObject([
      { message: 'Key must be text, found a number. Write text, or a FEEL expression that gives a string.' },
    ]);
    expect(issuesOf({ ...right, auth: 'hunter2' })).toEqual([
      {
        rule: 'not-an-object',
        severity: 'error',
        field: 'auth',
        message:
          'auth must hold its inputs as a context, found text. Map auth.type, auth.key, auth.token, auth.profile one by one.',
      },
    ]);
  });

  it('does not read what an object inherits', () => {
    const variables = Object.assign(Object.create({ name: 'anna' }) as object, { auth: right.auth });
    expect(issuesOf(variables)).toMatchObject([{ rule: 'required', field: 'name' }]);
    expect(inputOf(JSON.parse('{"__proto__":{"name":"anna"},"auth":{"key":"abcd"}}'))).toMatchObject([
      { field: 'name' },
    ]);
  });

  it('is not confused by inputs that are called like members of Object', () => {
    const odd = defineTemplate({
      id: 'odd',
      name: 'Odd',
      appliesTo: ['bpmn:Task'],
      properties: {
        a: string({ binding: input('constructor.prototype.polluted') }),
        b: string({ binding: input('__proto__.polluted') }),
      },
    });
    parseJobInput(odd, JSON.parse('{"constructor":{"prototype":{"polluted":"x"}},"__proto__":{"polluted":"y"}}'));
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
