import {
  allMatch,
  configuration,
  defineTemplate,
  dropdown,
  equals,
  formDefinition,
  hidden,
  input,
  isActive,
  number,
  oneOf,
  property,
  string,
  taskDefinition,
  text,
  userTask,
  variants,
  when,
} from '../index.ts';

const base = {
  id: 'a',
  name: 'A',
  appliesTo: ['bpmn:Task'],
  elementType: { value: 'bpmn:ServiceTask' },
} as const;

const job = hidden({ value: 'a:1', binding: taskDefinition('type') });

const mode = dropdown({
  choices: [
    { name: 'Basic', value: 'basic' },
    { name: 'Bearer', value: 'bearer' },
  ],
  binding: input('mode'),
});

// Right: nothing to complain about.
defineTemplate({
  ...base,
  groups: { main: { label: 'Main' } },
  properties: {
    job,
    mode,
    user: string({ group: 'main', binding: input('user'), condition: equals('mode', 'basic') }),
    token: string({
      binding: input('token'),
      condition: allMatch(oneOf('mode', ['bearer']), isActive('user', false)),
    }),
    ...when(equals('mode', 'basic'), { retries: number({ binding: input('retries') }) }),
    ...variants('kind', {
      binding: input('kind'),
      value: 'a',
      variants: { a: { name: 'A', properties: { inner: string({ binding: input('inner') }) } }, b: { name: 'B' } },
    }),
  },
  presets: { one: { mode: 'basic' } },
  steps: [{ name: 'One', presetId: 'one' }],
});

defineTemplate({
  ...base,
  properties: {
    job,
    mode,
    // @ts-expect-error no property has the id "mod"
    user: string({ binding: input('user'), condition: equals('mod', 'basic') }),
    // @ts-expect-error no property has the id "usr", in a list of conditions
    token: string({ binding: input('token'), condition: allMatch(equals('mode', 'basic'), isActive('usr')) }),
    // @ts-expect-error "digest" is not a choice of "mode"
    digest: string({ binding: input('digest'), condition: equals('mode', 'digest') }),
    // @ts-expect-error one of the values is not a choice
    list: string({ binding: input('list'), condition: oneOf('mode', ['basic', 'digest']) }),
    // @ts-expect-error the condition depends on the property itself
    self: string({ binding: input('self'), condition: equals('self', 'x') }),
    // @ts-expect-error no group has the id "main"
    grouped: string({ binding: input('grouped'), group: 'main' }),
    // @ts-expect-error the condition of a choice names no property
    choices: dropdown({
      binding: input('choices'),
      choices: [{ name: 'A', value: 'a', condition: equals('mod', 'basic') }],
    }),
    // @ts-expect-error the configuration template is not declared
    credential: configuration({ binding: input('credential'), configurationTemplate: 'x' }),
    count: number({ binding: input('count') }),
    // @ts-expect-error a number is never a text
    counted: string({ binding: input('counted'), condition: equals('count', 'many') }),
    // @ts-expect-error a user task binding on a service task
    user2: hidden({ binding: userTask() }),
  },
});

defineTemplate({
  ...base,
  elementType: { value: 'bpmn:UserTask' },
  properties: {
    task: hidden({ binding: userTask() }),
    // @ts-expect-error the binding is for hidden properties
    shown: string({ binding: userTask() }),
    // @ts-expect-error a form id is no number
    form: number({ binding: formDefinition('formId') }),
  },
});

defineTemplate({
  ...base,
  properties: { job, mode },
  presets: {
    // @ts-expect-error no property has the id "mod"
    one: { mod: 'basic' },
    // @ts-expect-error not a choice
    two: { mode: 'digest' },
  },
  steps: [
    // @ts-expect-error no preset has the id "three"
    { name: 'Three', presetId: 'three' },
    // @ts-expect-error nor inside a category
    { name: 'More', steps: [{ name: 'Four', presetId: 'four' }] },
  ],
  configurationTemplates: {
    credential: {
      kind: 'CREDENTIAL',
      version: 1,
      name: 'Credential',
      properties: {
        kind: dropdown({ choices: [{ name: 'A', value: 'a' }], binding: property('kind') }),
        // @ts-expect-error no property of the configuration template has the id "mode"
        user: string({ binding: property('user'), condition: equals('mode', 'basic') }),
        // without groups of its own the modeler knows them
        grouped: string({ binding: property('grouped'), group: 'main' }),
      },
    },
    grouped: {
      kind: 'CREDENTIAL',
      version: 1,
      name: 'Credential',
      groups: { main: { label: 'Main' } },
      properties: {
        // @ts-expect-error no group of the configuration template has the id "mian"
        grouped: string({ binding: property('grouped'), group: 'mian' }),
      },
    },
  },
});

defineTemplate({
  ...base,
  // @ts-expect-error nothing ends with a timer
  elementType: { value: 'bpmn:EndEvent', eventDefinition: 'bpmn:TimerEventDefinition' },
  properties: {},
});

// @ts-expect-error the default is not a choice
dropdown({ choices: [{ name: 'A', value: 'a' }], value: 'b', binding: input('x') });

// @ts-expect-error nor is the value assumed
dropdown({ choices: [{ name: 'A', value: 'a' }], whenMissing: 'b', binding: input('x') });

// @ts-expect-error the default is not a variant
variants('x', { variants: { a: { name: 'A' } }, value: 'b', binding: input('x') });

// @ts-expect-error a dropdown needs choices
dropdown({ binding: input('x') });

// @ts-expect-error unknown member
string({ binding: input('x'), placeholdr: 'x' });

// @ts-expect-error `language` is for text areas
string({ binding: input('x'), language: 'json' });

// @ts-expect-error `feel` is not for dropdowns
dropdown({ choices: [{ name: 'A', value: 'a' }], feel: 'optional', binding: input('x') });

// @ts-expect-error `static` is not for texts
text({ binding: input('x'), feel: 'static' });

// @ts-expect-error a fixed and a generated value
string({ binding: input('x'), value: 'a', generatedValue: { type: 'uuid' } });

// @ts-expect-error optional and required
string({ binding: input('x'), optional: true, constraints: { notEmpty: true } });

// @ts-expect-error a secret with a default
string({ binding: input('x'), secret: true, value: 'hunter2' });

// the name of a secret gives nothing away
string({ binding: input('x'), secret: true, value: '{{secrets.TOKEN}}' });

// @ts-expect-error a default without "=" in a field that is always FEEL
text({ binding: input('x'), feel: 'required', value: '{a: 1}' });
text({ binding: input('x'), feel: 'required', value: '={a: 1}' });

// @ts-expect-error a hidden property without a value
hidden({ binding: input('x') });
hidden({ binding: input('x'), generatedValue: { type: 'uuid' } });

// @ts-expect-error no binding
string({ label: 'X' });
