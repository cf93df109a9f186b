import { expectTypeOf } from 'vitest';
import {
  allMatch,
  boolean,
  defineTemplate,
  dropdown,
  equals,
  header,
  hidden,
  input,
  jsonObject,
  listOf,
  number,
  oneOf,
  string,
  taskDefinition,
  text,
  textValue,
} from '../index.ts';
import { type JobInput, type JsonObject, parseJobInput } from './index.ts';

const definition = defineTemplate({
  id: 'a',
  name: 'A',
  appliesTo: ['bpmn:Task'],
  properties: {
    job: hidden({ value: 'a:1', binding: taskDefinition('type') }),
    header: string({ binding: header('x'), constraints: { notEmpty: true } }),
    'auth.type': dropdown({
      choices: [
        { name: 'Basic', value: 'basic' },
        { name: 'Bearer', value: 'bearer' },
        { name: 'None', value: 'none' },
      ],
      constraints: { notEmpty: true },
      binding: input('auth.type'),
    }),
    'auth.user': string({
      constraints: { notEmpty: true },
      condition: equals('auth.type', 'basic'),
      binding: input('auth.user'),
    }),
    'auth.scope': string({ condition: oneOf('auth.type', ['basic', 'bearer']), binding: input('auth.scope') }),
    'auth.both': string({
      constraints: { notEmpty: true },
      condition: allMatch(equals('auth.type', 'bearer'), equals('mode', 'fast')),
      binding: input('auth.both'),
    }),
    mode: dropdown({ choices: [{ name: 'Fast', value: 'fast' }], binding: input('mode') }),
    speed: number({ constraints: { notEmpty: true }, condition: equals('mode', 'fast'), binding: input('speed') }),
    flag: boolean({ binding: input('flag') }),
    'data.list': text({
      constraints: { notEmpty: true },
      job: listOf(textValue()),
      binding: input('data.list'),
    }),
    'data.deep.object': text({ job: jsonObject(), binding: input('data.deep.object') }),
  },
});

type Input = JobInput<typeof definition>;

declare const job: Input;

// Nested by path; headers and job type are no inputs.
expectTypeOf<keyof Input>().toEqualTypeOf<'auth' | 'mode' | 'speed' | 'flag' | 'data'>();
expectTypeOf(job.data.list).toEqualTypeOf<readonly string[]>();
expectTypeOf(job.data.deep.object).toEqualTypeOf<JsonObject | undefined>();
expectTypeOf(job.flag).toEqualTypeOf<boolean | undefined>();

// A nested object has its own members alone.
expectTypeOf<keyof Input['data']>().toEqualTypeOf<'list' | 'deep'>();
expectTypeOf<keyof Input['data']['deep']>().toEqualTypeOf<'object'>();
expectTypeOf<keyof Input['auth']>().toEqualTypeOf<'type' | 'user' | 'scope' | 'both'>();
expectTypeOf<string extends keyof Input['data'] ? true : false>().toEqualTypeOf<false>();
// @ts-expect-error a typo in a nested input
expectTypeOf(job.data.lst).toBeNever();
// @ts-expect-error a typo in a nested input of a union
expectTypeOf(job.auth.typ).toBeNever();

// What a test or a worker writes down as a job is of the type.
export const samples: readonly Input[] = [
  {
    auth: { type: 'basic', user: 'me' },
    mode: 'fast',
    speed: 7,
    data: { list: ['a'], deep: { object: { any: 'thing' } } },
  },
  { auth: { type: 'none' }, data: { list: [], deep: {} } },
  // @ts-expect-error a typo in a nested member
  { auth: { type: 'none' }, data: { list: [], deep: { objekt: {} } } },
  // @ts-expect-error a member of another choice
  { auth: { type: 'none', user: 'me' }, data: { list: [], deep: {} } },
  // @ts-expect-error a required nested member is missing
  { auth: { type: 'none' }, data: { deep: {} } },
];

// Comparing the dropdown narrows the object that it is in.
expectTypeOf(job.auth.type).toEqualTypeOf<'basic' | 'bearer' | 'none'>();
expectTypeOf(job.auth.user).toEqualTypeOf<string | undefined>();
if (job.auth.type === 'basic') {
  expectTypeOf(job.auth.user).toEqualTypeOf<string>();
  expectTypeOf(job.auth.scope).toEqualTypeOf<string | undefined>();
} else {
  expectTypeOf(job.auth.user).toEqualTypeOf<undefined>();
}
if (job.auth.type === 'none') expectTypeOf(job.auth.scope).toEqualTypeOf<undefined>();

// What depends on more than one thing is optional.
expectTypeOf(job.auth.both).toEqualTypeOf<string | undefined>();

// A dropdown that may be empty has a variant without it.
expectTypeOf(job.mode).toEqualTypeOf<'fast' | undefined>();
if (job.mode === 'fast') expectTypeOf(job.speed).toEqualTypeOf<number>();
if (job.mode === undefined) expectTypeOf(job.speed).toEqualTypeOf<undefined>();

const result = parseJobInput(definition, {});
if (result.ok) expectTypeOf(result.input).toEqualTypeOf<Input>();
// @ts-expect-error without `ok` there is no input
expectTypeOf(result.input).toEqualTypeOf<Input>();
