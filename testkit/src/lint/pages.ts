import { checkDiagram, readDiagram, RULES, type LintIssue, type Rule } from '../../../lint/src/core.ts';
import { examplesOf } from './all-examples.ts';
import { bpmn, OFFICIAL_JOB_TYPE, type DiagramSpec, type TaskSpec } from '../bpmn.ts';
import { diagramOf, type InvalidExample, type RuleExamples, type ValidExample } from './example.ts';
import { parse } from '../parse.ts';

/** Longest text of a field that a page shows, in UTF-16 units. */
const MAX_SHOWN = 160;

const MADE = '<!-- Made by `npm run generate` from lint/src/rules; a test fails when it is stale. -->';

/** A rule's page in docs/rules/. */
export async function rulePage(rule: Rule): Promise<string> {
  const examples = examplesOf(rule.id);
  const [wrong] = examples.invalid;
  const [right] = examples.valid;
  const [issue] = await findings(rule, wrong);
  const { fix, otherFixes } = await fixesOf(rule, examples);
  return `# ${rule.title}

${MADE}

\`${rule.id}\` · ${rule.severity}${rule.strictOnly ? ' (strict configuration only)' : ''}${fix === undefined ? '' : ' · quick fix'}

## What

${examples.what}

## Why

${examples.why}

Source: <${examples.source}>

## Wrong

${show(wrong)}

> ${issue?.message ?? ''}

## Right

${show(right)}

## Fix

${examples.remedy}${fix === undefined ? '' : `\n\nQuick fix: **${fix}**${otherFixes ? ', and others where the mistake is another' : ''}.`}

## Switch it off

- \`eventbridge-lint --rule ${rule.id}=off FILE\`, or \`{ "rules": { "${rule.id}": "off" } }\` in the file of \`--config\`;
- in \`.bpmnlintrc\`: \`{ "rules": { "eventbridge/${rule.id}": "off" } }\`.
`;
}

async function findings(rule: Rule, example: InvalidExample): Promise<readonly LintIssue[]> {
  const definitions = await parse(bpmn(diagramOf(example)));
  return checkDiagram(readDiagram(definitions), [{ rule, severity: rule.severity }]);
}

async function fixesOf(rule: Rule, { invalid }: RuleExamples): Promise<{ fix?: string; otherFixes: boolean }> {
  const titles = new Set<string>();
  for (const example of invalid) {
    for (const { fix } of await findings(rule, example)) if (fix) titles.add(fix.title);
  }
  const [fix] = titles;
  return { ...(fix !== undefined && { fix }), otherFixes: titles.size > 1 };
}

function show(example: InvalidExample | ValidExample): string {
  const { tasks, boundaries = [], engine, wrap }: DiagramSpec = diagramOf(example);
  const lines = [
    ...(typeof engine === 'string' ? [`engine: Camunda ${engine}`] : []),
    ...(wrap ? ['(in a subprocess)'] : []),
    ...tasks.flatMap((task) => [
      ...(tasks.length > 1 ? [`${task.id ?? 'Task_1'}:`] : []),
      ...linesOf(task, tasks.length > 1),
    ]),
    ...boundaries.map(([taskId, code]) => `boundary event of ${taskId}: ${code ?? 'every error'}`),
  ];
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

/** What is special about a task, a line for each text. */
function linesOf({ inputs, mappings, headers, jobType, template, retries }: TaskSpec, indent: boolean): string[] {
  const lines = [
    ...(jobType === OFFICIAL_JOB_TYPE || jobType === undefined ? [] : [`job type: ${jobType ?? '(none)'}`]),
    ...(template === undefined
      ? []
      : [`template: ${template ? `${template.id}, version ${template.version ?? '(none)'}` : '(none)'}`]),
    ...(mappings ?? Object.entries(inputs ?? {})).map(([name, text]) => `${name}: ${textOf(text)}`),
    ...Object.entries(headers ?? {}).map(([name, text]) => `header ${name}: ${textOf(text)}`),
    ...(retries === undefined ? [] : [`retries: ${retries}`]),
  ];
  const shown = lines.length === 0 ? ['(a task with nothing wrong in it)'] : lines;
  return shown.map((line) => (indent ? `  ${line}` : line));
}

function textOf(text: string | null): string {
  if (text === null) return '(no mapping)';
  if (text.trim() === '') return text === '' ? '(empty)' : '(white space)';
  const oneLine = text.replaceAll('\n', '\\n');
  return oneLine.length > MAX_SHOWN ? `${oneLine.slice(0, MAX_SHOWN)}... (${text.length} characters)` : oneLine;
}

const START = '<!-- rules:start, made by `npm run generate` -->';
const END = '<!-- rules:end -->';

/** The index of all rules, in the order in which findings are listed. */
export async function withRuleTable(page: string): Promise<string> {
  const rows: string[] = [];
  for (const rule of RULES) {
    const { fix } = await fixesOf(rule, examplesOf(rule.id));
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
