import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notify } from '../../test/example.ts';
import {
  LINT_RULES,
  type LintTools,
  type TemplateSpec,
  allMatch,
  boolean,
  configuration,
  dropdown,
  equals,
  header,
  hidden,
  input,
  isActive,
  isEmpty,
  lintTemplate,
  number,
  oneOf,
  orEmpty,
  string,
  taskDefinition,
  text,
  userTask,
} from '../index.ts';
import { lintTools } from '../cli/tools.ts';

const job = hidden({ value: 'a:1', binding: taskDefinition('type') });

const mode = dropdown({
  choices: [
    { name: 'A', value: 'a' },
    { name: 'B', value: 'b' },
  ],
  binding: input('mode'),
});

const name = string({ binding: input('name') });

const flag = boolean({ binding: input('flag') });

const count = number({ binding: input('count') });

/** What plain JavaScript may hold and the compiler refuses. */
function loose(value: unknown): never {
  return value as never;
}

/** A template of these properties; the compiler's checks are left aside on purpose. */
function template(properties: TemplateSpec['properties'], more: Partial<TemplateSpec> = {}): TemplateSpec {
  return {
    id: 'a',
    name: 'A',
    appliesTo: ['bpmn:Task'],
    properties,
    ...more,
  };
}

interface Case {
  /** What the rule finds something in, and what it says: property and words. */
  readonly bad: readonly (readonly [TemplateSpec, string | undefined, string, LintTools?])[];
  readonly good: readonly (readonly [TemplateSpec, LintTools?])[];
}

const service = { elementType: { value: 'bpmn:ServiceTask' } } as const;

const CASES: Readonly<Record<string, Case>> = {
  'bad-pattern': {
    bad: [[template({ x: string({ constraints: { pattern: '(' }, binding: input('x') }) }), 'x', 'regular expression']],
    good: [[template({ x: string({ constraints: { pattern: { value: '^$' } }, binding: input('x') }) })]],
  },
  'condition-cycle': {
    bad: [
      [
        template({
          x: string({ condition: isActive('y'), binding: input('x') }),
          y: string({ condition: isActive('x'), binding: input('y') }),
        }),
        'x',
        'x -> y -> x',
      ],
    ],
    good: [[template({ mode, x: string({ condition: equals('mode', 'a'), binding: input('x') }) })]],
  },
  'default-choice': {
    bad: [
      [template({ x: { ...mode, value: 'c' } }), 'x', 'its value "c" is no choice; the choices are: a, b'],
      [template({ x: { ...mode, whenMissing: 'c' } }), 'x', 'whenMissing'],
      [
        template({
          x: dropdown({
            choices: [
              { name: 'A', value: 'a' },
              { name: 'Again', value: 'a' },
            ],
            binding: input('x'),
          }),
        }),
        'x',
        'twice',
      ],
    ],
    good: [[template({ x: { ...mode, value: 'a', whenMissing: 'b' } })]],
  },
  'default-constraints': {
    bad: [
      [
        template({ x: string({ value: 'abc', constraints: { maxLength: 2 }, binding: input('x') }) }),
        'x',
        'maxLength 2',
      ],
      [template({ x: string({ value: 'a', constraints: { minLength: 2 }, binding: input('x') }) }), 'x', 'minLength 2'],
      [template({ x: string({ value: 'a', constraints: { pattern: '^b' }, binding: input('x') }) }), 'x', '^b'],
      [template({ x: string({ value: ' ', constraints: { notEmpty: true }, binding: input('x') }) }), 'x', 'empty'],
    ],
    good: [
      [template({ x: string({ value: 'b', constraints: { pattern: '^b' }, binding: input('x') }) })],
      [template({ x: string({ value: '= a', constraints: { pattern: '^b' }, binding: input('x') }) })],
    ],
  },
  'element-type': {
    bad: [
      [template({ name }, { appliesTo: ['bpmn:ServceTask' as 'bpmn:ServiceTask'] }), undefined, '"bpmn:ServceTask"'],
      [
        template({ job }, { elementType: { value: 'bpmn:servicetask' as 'bpmn:ServiceTask' } }),
        undefined,
        'no element',
      ],
    ],
    good: [[template({ job }, service)]],
  },
  'empty-pattern': {
    bad: [
      // the modeler tests an empty field as this word
      [template({ x: string({ constraints: { pattern: '^(PT.*|)$' }, binding: input('x') }) }), 'x', '"undefined"'],
      [template({ x: string({ constraints: { pattern: '^b$' }, binding: input('x') }) }), 'x', 'orEmpty'],
    ],
    good: [
      [template({ x: string({ constraints: { pattern: orEmpty('^b$') }, binding: input('x') }) })],
      [template({ x: string({ constraints: { pattern: '^b$', notEmpty: true }, binding: input('x') }) })],
    ],
  },
  'engines-range': {
    bad: [[template({ name }, { engines: { camunda: '8.x.y' } }), undefined, 'engines.camunda']],
    good: [[template({ name }, { engines: { camunda: '^8.6', camundaDesktopModeler: '>=5 <7' } })]],
  },
  'feel-default': {
    bad: [[template({ x: loose({ ...name, feel: 'required', value: '{a: 1}' }) }), 'x', 'write "={a: 1}"']],
    good: [
      [template({ x: string({ feel: 'required', value: '={a: 1}', binding: input('x') }) })],
      [template({ x: string({ feel: 'optional', value: 'a', binding: input('x') }) })],
    ],
  },
  'feel-syntax': {
    bad: [
      [template({ x: text({ value: '= a +', binding: input('x') }) }), 'x', 'no FEEL expression'],
      // the modeler puts the sign in front
      [template({ x: loose({ ...name, feel: 'required', value: 'a +' }) }), 'x', 'no FEEL expression'],
    ],
    good: [
      [template({ x: text({ value: '= `kebab-name` + 1', binding: input('x') }) })],
      [template({ x: text({ value: '= { a: 1 + b }', binding: input('x') }) })],
      [template({ x: text({ value: 'a +', binding: input('x') }) })],
    ],
  },
  'forward-reference': {
    bad: [
      [
        template({ x: string({ condition: equals('mode', 'a'), binding: input('x') }), mode }),
        'x',
        '"mode", which comes later',
      ],
    ],
    good: [[template({ mode, x: string({ condition: equals('mode', 'a'), binding: input('x') }) })]],
  },
  'group-size': {
    bad: [
      [
        template(
          Object.fromEntries('abcdefg'.split('').map((id) => [id, string({ group: 'g', binding: input(id) })])),
          { groups: { g: { label: 'G' } } },
        ),
        undefined,
        '7 fields',
      ],
    ],
    good: [[template({ name: string({ group: 'g', binding: input('name') }) }, { groups: { g: { label: 'G' } } })]],
  },
  'hidden-value': {
    bad: [
      [template({ x: loose({ type: 'Hidden', binding: header('x') }) }), 'x', 'nobody can enter one'],
      [template({ x: loose({ type: 'Hidden', binding: input('x') }) }), 'x', '"=null"'],
      [template({ x: hidden({ optional: true, binding: input('x') }) }), 'x', 'never writes anything'],
    ],
    good: [
      [template({ x: hidden({ generatedValue: { type: 'uuid' }, binding: input('x') }) })],
      [template({ x: hidden({ binding: userTask() }) })],
      [template({ x: hidden({ optional: true, binding: input('x') }) }, { presets: { p: { x: 'a' } } })],
    ],
  },
  'icon-size': {
    bad: [[template({ name }), undefined, '8193 bytes', { iconBytes: 8193 }]],
    good: [[template({ name }), { iconBytes: 8192 }]],
  },
  'input-path': {
    bad: [
      [template({ x: string({ binding: input('a') }), y: string({ binding: input('a.b') }) }), 'x', '"a.b" inside it'],
      [template({ x: string({ binding: input('a..b') }) }), 'x', 'no variable path'],
      [template({ x: string({ binding: input('__proto__.b') }) }), 'x', 'no variable path'],
    ],
    good: [
      [template({ x: string({ binding: input('a.b') }), y: string({ binding: input('a.c') }) })],
      [
        template({
          mode,
          x: string({ condition: equals('mode', 'a'), binding: input('body') }),
          y: string({ condition: equals('mode', 'b'), binding: input('body.Body') }),
        }),
      ],
    ],
  },
  'missing-job-type': {
    bad: [
      [template({ name }, service), undefined, 'taskDefinition'],
      [template({ name }, { appliesTo: ['bpmn:SendTask'] }), undefined, 'bpmn:SendTask'],
    ],
    good: [[template({ job }, service)], [template({ name })]],
  },
  'numeric-id': {
    bad: [[template({ 7: name }), undefined, '"7"']],
    good: [[template({ '7a': name, '07': name }, {})]],
  },
  'repeated-id': {
    bad: [[template({ x: name, 'properties/1': { ...name, id: 'x' } }), 'properties/1', '"x" already']],
    good: [[template({ x: { ...name, id: false }, y: { ...name, id: false } })]],
  },
  'same-target': {
    bad: [
      [template({ mode, x: name, y: name }), 'y', 'input `name`, as "x"'],
      [
        template({
          mode,
          x: { ...name, condition: equals('mode', 'a') },
          y: { ...name, condition: oneOf('mode', ['a', 'b']) },
        }),
        'y',
        '"x"',
      ],
    ],
    good: [
      [
        template({
          mode,
          x: { ...name, condition: equals('mode', 'a') },
          y: { ...name, condition: allMatch(equals('mode', 'b'), isActive('mode')) },
        }),
      ],
      [
        template({
          mode,
          x: { ...name, condition: isEmpty('mode') },
          y: { ...name, condition: isEmpty('mode', false) },
        }),
      ],
      [template({ mode, x: { ...name, condition: isEmpty('mode') }, y: { ...name, condition: equals('mode', 'a') } })],
      // each field asks for an operation, which asks for its group in turn
      [
        template({
          mode,
          a: { ...mode, condition: equals('mode', 'a'), binding: input('a') },
          b: { ...mode, condition: equals('mode', 'b'), binding: input('b') },
          x: { ...name, condition: oneOf('a', ['a', 'b']) },
          y: { ...name, condition: equals('b', 'a') },
        }),
      ],
      [
        template({
          mode,
          x: { ...name, condition: isActive('mode') },
          y: { ...name, condition: isActive('mode', false) },
        }),
      ],
    ],
  },
  'secret-default': {
    bad: [
      [template({ x: { ...name, secret: true, value: 'a' } }), 'x', '{{secrets.NAME}}'],
      [template({ x: { ...name, secret: true, whenMissing: 'a' } }), 'x', 'drop it'],
    ],
    good: [
      [template({ x: { ...name, secret: true } })],
      [template({ x: string({ secret: true, value: '{{secrets.TOKEN}}', binding: input('x') }) })],
    ],
  },
  shape: {
    bad: [
      [template({ x: loose({ binding: input('x'), type: 'Strin' }) }), 'x', 'no property type is called "Strin"'],
      [template({ x: loose({ ...name, binding: { type: 'zeebe:inpt', name: 'x' } }) }), 'x', '"zeebe:inpt"'],
      [template({ x: loose({ ...name, binding: { type: 'zeebe:input' } }) }), 'x', 'name must be text, found nothing'],
      [template({ x: loose({ ...mode, choices: undefined }) }), 'x', 'choices must be a list, found nothing'],
      [template({ x: loose(null) }), 'x', 'x must be an object, found null'],
      [template({ x: loose({ ...name, condition: 'mode' }) }), 'x', 'condition must be an object, found text'],
      [template({ name }, { groups: loose([]) }), undefined, 'groups must be an object, found a list'],
      [template({ name }, { steps: [loose({ name: 'S' })] }), undefined, 'presetId must be text'],
      [template(loose(undefined)), undefined, 'properties must be an object, found nothing'],
    ],
    good: [[template({ mode, x: { ...name, condition: allMatch(isActive('mode')) } })]],
  },
  'template-headers': {
    bad: [
      [template({ x: hidden({ value: 'b', binding: header('elementTemplateId') }) }), 'x', 'the template says "a"'],
    ],
    good: [[template({ x: hidden({ value: 'a', binding: header('elementTemplateId') }) })]],
  },
  'unknown-member': {
    bad: [
      [template({ x: loose({ ...name, groop: 'g' }) }), 'x', 'no member "groop"'],
      [
        template({ x: { ...name, binding: loose({ type: 'zeebe:input', name: 'x', key: 'x' }) } }),
        'x',
        'no member "key"',
      ],
      [template({ x: { ...name, constraints: loose({ minLenght: 1 }) } }), 'x', 'no member "minLenght"'],
      [
        template({ mode, x: { ...name, condition: loose({ property: 'mode', equal: 'a' }) } }),
        'x',
        'no member "equal"',
      ],
      [template({ name }, loose({ propertys: [] })), undefined, 'no member "propertys"'],
    ],
    good: [[template({ x: loose({ ...name, '// why': 'a comment' }) }, { reference: { introduction: 'a' } })]],
  },
  'unknown-reference': {
    bad: [
      [template({ x: { ...name, group: 'g' } }), 'x', 'no group has the id "g"; the ids are: (none)'],
      [template({ mode, x: { ...name, condition: equals('mod', 'a') } }), 'x', 'the ids are: mode, x'],
      [template({ flag, x: { ...name, condition: equals('flag', 'true') } }), 'x', 'without quotes'],
      [template({ count, x: { ...name, condition: equals('count', 'many') } }), 'x', 'holds a number'],
      [template({ name }, { presets: { p: { nam: 'a' } } }), undefined, 'sets a property that is not there'],
      [template({ mode }, { presets: { p: { mode: 'c' } } }), undefined, 'the choices are: a, b'],
      [template({ name }, { steps: [{ name: 'S', presetId: 'p' }] }), undefined, 'the step "S" applies a preset'],
      [
        template({ name }, { steps: [{ name: 'C', steps: [{ name: 'S', presetId: 'q' }] }], presets: { p: {} } }),
        undefined,
        'no preset has the id "q"; the ids are: p',
      ],
      [
        template({ x: configuration({ configurationTemplate: 'c', binding: input('x') }) }),
        'x',
        'no configuration template has the id "c"',
      ],
      [template({ mode, x: { ...name, condition: equals('mode', 'c') } }), 'x', 'the choices are: a, b'],
    ],
    good: [
      [
        template(
          { mode, x: { ...name, group: 'g', condition: equals('mode', 'a') } },
          { groups: { g: { label: 'G' } } },
        ),
      ],
    ],
  },
  'unused-group': {
    bad: [[template({ name }, { groups: { g: { label: 'G' } } }), undefined, '"g" holds no property']],
    good: [[template({ name: { ...name, group: 'g' } }, { groups: { g: { label: 'G' } } })]],
  },
  'value-type': {
    bad: [
      [template({ x: { ...count, value: loose('abc') } }), 'x', 'its value cannot be "abc": a number field'],
      [template({ x: { ...flag, value: loose('yes') } }), 'x', 'its value cannot be "yes": a checkbox'],
      [template({ x: { ...name, value: loose(7) } }), 'x', 'its value cannot be 7: a field of type String'],
    ],
    good: [
      [template({ x: number({ value: 7, binding: input('x') }), y: number({ value: '=a', binding: input('y') }) })],
      // the modeler takes digits in quotes for the number
      [template({ x: { ...count, value: loose('7') }, y: boolean({ value: false, binding: input('y') }) })],
    ],
  },
};

function found(rule: string, spec: TemplateSpec, tools: LintTools = {}) {
  return lintTemplate(spec, { ...lintTools, ...tools }).filter((issue) => issue.rule === rule);
}

describe('lintTemplate', () => {
  it('has a file and a case here for each rule, all under one id', () => {
    const files = readdirSync(new URL('rules', import.meta.url)).map((file) => file.replace('.ts', ''));
    expect(LINT_RULES.map((rule) => rule.id)).toEqual(files.sort());
    expect(Object.keys(CASES)).toEqual(files);
  });

  it.each(Object.entries(CASES))('%s finds what is wrong', (rule, { bad }) => {
    for (const [spec, property, words, tools] of bad) {
      const [issue, ...others] = found(rule, spec, tools);
      expect(others).toEqual([]);
      expect(issue?.property).toBe(property);
      expect(issue?.message).toContain(words);
    }
  });

  it.each(Object.entries(CASES))('%s says nothing of what is right', (rule, { good }) => {
    for (const [spec, tools] of good) expect(found(rule, spec, tools)).toEqual([]);
  });

  it('finds nothing in the example', () => {
    expect(lintTemplate(notify, lintTools)).toEqual([]);
  });

  it('survives a definition whose conditions lead nowhere', () => {
    const broken = template({ x: { ...name, condition: isActive('gone') }, y: { ...name, condition: isActive('x') } });
    expect(lintTemplate(broken, lintTools).length).toBeGreaterThan(0);
  });
});
