import { checkDiagram, readDiagram, RULES, type LintIssue, type Rule } from '../../../lint/src/core.ts';
import { EVENT_JOB_TYPES } from '../../../lint/src/task.ts';
import { examplesOf } from './all-examples.ts';
import { bpmn, OFFICIAL_JOB_TYPE, VALID_INPUTS, type DiagramSpec, type TaskSpec } from '../bpmn.ts';
import { diagramOf, type InvalidExample, type RuleExamples } from './example.ts';
import { parse } from '../parse.ts';
import { sendEventTemplate } from './templates.ts';

const MADE = '<!-- Made by `npm run generate` from lint/src/rules; a test fails when it is stale. -->';

/** What the page of a rule says, whatever it is written in. */
export interface RulePage {
  readonly rule: Rule;
  readonly words: Pick<RuleExamples, 'what' | 'why' | 'source' | 'remedy'>;
  /** A line for each text that is special about the example. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  /** What is said of the wrong one. */
  readonly message: string;
  /** Titles of the quick fixes. */
  readonly fixes: readonly string[];
  /** How a rule is switched off: where, and what to write there. */
  readonly off: readonly (readonly [where: string, code: string])[];
}

export async function rulePage(rule: Rule): Promise<RulePage> {
  const words = examplesOf(rule.id);
  const [wrong] = words.invalid;
  const [right] = words.valid;
  const [issue] = await findings(rule, wrong);
  return {
    rule,
    words,
    wrong: show(diagramOf(wrong)),
    right: show(diagramOf(right), diagramOf(wrong)),
    message: issue?.message ?? '',
    fixes: await fixesOf(rule, words),
    off: [
      ['On the command line', `eventbridge-lint --rule ${rule.id}=off FILE`],
      ['In eventbridge-lint.json', `{ "rules": { "${rule.id}": "off" } }`],
      ['In .bpmnlintrc', `{ "rules": { "eventbridge/${rule.id}": "off" } }`],
    ],
  };
}

/** The page in docs/rules/, for readers of the repository. */
export function markdownPage({ rule, words, wrong, right, message, fixes, off }: RulePage): string {
  const [fix, ...others] = fixes;
  return `# ${rule.title}

${MADE}

\`${rule.id}\` · ${rule.severity}${rule.strictOnly === true ? ' (strict configuration only)' : ''}${fix === undefined ? '' : ' · quick fix'}

## What

${words.what}

## Why

${words.why}

Source: <${words.source}>

## Wrong

${block(wrong)}

> ${message}

## Right

${block(right)}

## Fix

${words.remedy}${fix === undefined ? '' : `\n\nQuick fix: **${fix}**${others.length > 0 ? ', and others where the mistake is another' : ''}.`}

## Switch it off

${off.map(([where, code]) => `- ${where}: \`${code}\``).join('\n')}
`;
}

function block(lines: readonly string[]): string {
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

async function findings(rule: Rule, example: InvalidExample): Promise<readonly LintIssue[]> {
  const definitions = await parse(bpmn(diagramOf(example)));
  return checkDiagram(readDiagram(definitions), [{ rule, severity: rule.severity }]);
}

async function fixesOf(rule: Rule, { invalid }: RuleExamples): Promise<readonly string[]> {
  const titles = new Set<string>();
  for (const example of invalid) {
    for (const { fix } of await findings(rule, example)) if (fix) titles.add(fix.title);
  }
  return [...titles];
}

/** @param beside another diagram: what it says of its fields is said of this one, too */
function show({ tasks, boundaries = [], engine, wrap }: DiagramSpec, beside?: DiagramSpec): readonly string[] {
  const lines = [
    ...(typeof engine === 'string' ? [`Engine: Camunda ${engine}`] : []),
    ...(wrap ? ['(in a subprocess)'] : []),
    ...tasks.flatMap((task, index) => [
      ...(tasks.length > 1 ? [`${task.id ?? 'Task_1'}:`] : []),
      ...linesOf(task, tasks.length > 1, beside?.tasks[index]),
    ]),
    ...boundaries.map(
      ([taskId, code]) => `Boundary event${tasks.length > 1 ? ` of ${taskId}` : ''}: ${code ?? 'every error'}`,
    ),
  ];
  return lines.length > 0 ? lines : ['No such event.'];
}

/** What is special about a task, a line for each text. */
function linesOf(task: TaskSpec, indent: boolean, beside: TaskSpec = {}): string[] {
  const { inputs, mappings, headers, outputs, jobType, template, retries } = task;
  const shown = mappings ? repeatedIn(mappings) : Object.entries(inputs ?? {});
  const names = [
    ...Object.keys(beside.inputs ?? {}),
    ...new Set(repeatedIn(beside.mappings ?? []).map(([name]) => name)),
  ];
  const usual = names
    .filter((name) => labels.has(name) && !shown.some(([target]) => target === name))
    .map((name): [string, string | null] => [name, VALID_INPUTS[name] ?? null]);
  const ofBeside = (part: keyof TaskSpec): boolean => beside[part] !== undefined && task[part] === undefined;
  const lines = [
    ...(jobType === OFFICIAL_JOB_TYPE || jobType === undefined ? [] : [`Job type: ${jobType ?? '(none)'}`]),
    ...(ofBeside('jobType') ? [`Job type: ${EVENT_JOB_TYPES[0]}`] : []),
    ...(template === undefined
      ? []
      : [`Template: ${template ? `${template.id}, version ${template.version ?? '(none)'}` : '(none)'}`]),
    ...(ofBeside('template') ? ['Template: eventbridge-kit.send-event.v1, version 1'] : []),
    ...[...usual, ...shown].map(([name, text]) => `${labelOf(name)}: ${textOf(text)}`),
    ...Object.entries(headers ?? {}).map(([name, text]) => `${labelOf(name)}: ${textOf(text)}`),
    ...Object.entries(outputs ?? {}).map(([name, text]) => `Output ${name}: ${textOf(text)}`),
    ...(retries === undefined ? [] : [`Retries: ${retries}`]),
  ];
  return lines.map((line) => (indent ? `  ${line}` : line));
}

/** Of mappings the ones that matter: those whose target stands there more than once. */
function repeatedIn(mappings: NonNullable<TaskSpec['mappings']>): readonly (readonly [string, string])[] {
  return mappings.filter(([name]) => mappings.filter(([other]) => other === name).length > 1);
}

const labels = new Map(
  sendEventTemplate.properties.flatMap(({ label, binding: { name, key } }) => {
    const field = name ?? key;
    return label === undefined || field === undefined ? [] : [[field, label] as const];
  }),
);

/** As the panel calls the field; as the diagram does where the template has none. */
function labelOf(name: string): string {
  return labels.get(name) ?? name;
}

/** Longest text of a field that a page shows, in UTF-16 units. */
const MAX_SHOWN = 160;

function textOf(text: string | null): string {
  if (text === null || text === '') return '(empty)';
  if (text.trim() === '') return '(white space)';
  const oneLine = (text === text.trim() ? text : JSON.stringify(text)).replaceAll('\n', '\\n');
  // What fills a text up to a limit need not be read to its end.
  const brief = oneLine.replace(/(.{1,8}?)\1{15,}/g, '$1$1$1…');
  if (brief.length < oneLine.length) return `${brief} (${text.length.toLocaleString('en')} characters)`;
  return brief.length > MAX_SHOWN ? `${brief.slice(0, MAX_SHOWN)}... (${text.length} characters)` : brief;
}

const START = '<!-- rules:start, made by `npm run generate` -->';
const END = '<!-- rules:end -->';

/** The index of all rules, in the order in which findings are listed. */
export async function withRuleTable(page: string): Promise<string> {
  const rows: string[] = [];
  for (const rule of RULES) {
    const [fix] = await fixesOf(rule, examplesOf(rule.id));
    const severity = rule.strictOnly ? `${rule.severity}, strict only` : rule.severity;
    rows.push(`| [\`${rule.id}\`](${rule.id}.md) | ${rule.title} | ${severity} | ${fix === undefined ? '' : 'yes'} |`);
  }
  const table = ['| rule | what | severity | quick fix |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return between(page, START, END, `\n${table}\n`);
}

/** A page with something else between two marks. */
export function between(page: string, start: string, end: string, content: string): string {
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page lacks ${start} ... ${end}`);
  return `${page.slice(0, from + start.length)}\n${content}\n${page.slice(to)}`;
}
