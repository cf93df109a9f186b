import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notify } from '../../test/example.ts';
import {
  LINT_RULES,
  type LintTools,
  type TemplateSpec,
  allMatch,
  dropdown,
  equals,
  header,
  hidden,
  input,
  isActive,
  isEmpty,
  lintTemplate,
  oneOf,
  orEmpty,
  string,
  taskDefinition,
  text,
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

/** A template of these properties; the compiler's checks are left aside on purpose. */
const template = (properties: TemplateSpec['properties'], more: Partial<TemplateSpec> = {}): TemplateSpec => ({
  id: 'a',
  name: 'A',
  appliesTo: ['bpmn:Task'],
  properties,
  ...more,
});

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
  'empty-pattern': {
    bad: [[template({ x: string({ constraints: { pattern: '^b$' }, binding: input('x') }) }), 'x', 'orEmpty']],
    good: [
      [template({ x: string({ constraints: { pattern: orEmpty('^b$') }, binding: input('x') }) })],
      [template({ x: string({ constraints: { pattern: '^b$', notEmpty: true }, binding: input('x') }) })],
    ],
  },
  'engines-range': {
    bad: [[template({ name }, { engines: { camunda: '8.x.y' } }), undefined, 'engines.camunda']],
    good: [[template({ name }, { engines: { camunda: '^8.6', camundaDesktopModeler: '>=5 <7' } })]],
  },
  'feel-syntax': {
    bad: [[template({ x: text({ value: '= a +', binding: input('x') }) }), 'x', 'no FEEL expression']],
    good: [
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
    good: [[template({ x: string({ binding: input('a.b') }), y: string({ binding: input('a.c') }) })]],
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
      [template({ x: { ...name, secret: true, value: 'a' } }), 'x', 'drop the default'],
      [template({ x: { ...name, secret: true, whenMissing: 'a' } }), 'x', 'drop the default'],
    ],
    good: [[template({ x: { ...name, secret: true } })]],
  },
  'template-headers': {
    bad: [
      [template({ x: hidden({ value: 'b', binding: header('elementTemplateId') }) }), 'x', 'the template says "a"'],
    ],
    good: [[template({ x: hidden({ value: 'a', binding: header('elementTemplateId') }) })]],
  },
  'unknown-reference': {
    bad: [
      [template({ x: { ...name, group: 'g' } }), 'x', 'no group has the id "g"; the ids are: (none)'],
      [template({ mode, x: { ...name, condition: equals('mod', 'a') } }), 'x', 'the ids are: mode, x'],
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
};

const found = (rule: string, spec: TemplateSpec, tools: LintTools = {}) =>
  lintTemplate(spec, { ...lintTools, ...tools }).filter((issue) => issue.rule === rule);

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
