import type { FeelPath } from 'camunda-feel';
import { contextKeys } from '../feel/expression.ts';
import { message, nearest, quote } from '@eventbridge-kit/issue';
import { headerOf, type EventTask } from '../model/event-task.ts';
import { headerExpression, type FeelText } from '../rule/feel-texts.ts';
import { replaceRange } from '../rule/fields.ts';
import { RESPONSE_FIELDS } from '../rule/response-shape.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

/** What an error expression can read of these. */
// https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  error: ['code', 'message', 'type', 'variables'],
  job: ['retries'],
};

/** Names that FEEL itself gives within a filter or a loop; and the engine's secrets, which have rules of their own. */
const OF_FEEL = ['item', 'partial', 'camunda', 'secrets'];

export const rule = defineRule({
  id: 'expression-variable-unknown',
  title: 'Variable that the expression does not see',
  severity: 'warning',
  scope: 'task',
  check(task): readonly RuleFinding[] {
    const mapped = mappedNames(task);
    const inError = mapped && ['response', 'error', 'job', ...(mapped.length > 0 ? mapped : RESPONSE_FIELDS)];
    return [
      ...findIn(task, headerExpression(task, 'resultExpression'), ['response', ...RESPONSE_FIELDS]),
      ...(inError ? findIn(task, headerExpression(task, 'errorExpression'), inError, MEMBERS) : []),
    ];
  },
});

/** Variables that the result mapping surely makes; undefined where it may make others too. */
function mappedNames(task: EventTask): readonly string[] | undefined {
  const variable = headerOf(task, 'resultVariable')?.text.trim() ?? '';
  const header = headerOf(task, 'resultExpression')?.text.replace(/^=/, '').trim() ?? '';
  const mapping = headerExpression(task, 'resultExpression');
  const keys = mapping ? contextKeys(mapping.expression) : header === '' ? [] : undefined;
  return keys && [...keys, ...(variable === '' ? [] : [variable])];
}

function findIn(
  task: EventTask,
  header: FeelText | undefined,
  visible: readonly string[],
  members: Readonly<Record<string, readonly string[]>> = {},
): RuleFinding[] {
  if (!header?.expression.root) return [];
  const { locals, paths, filters } = header.expression;
  return paths.flatMap((path) => {
    const [root, member] = path.segments;
    // A filter sees the members of its items too.
    const isFree = filters.some(({ from, to }) => from <= path.from && path.to <= to);
    if (typeof root !== 'string' || locals.has(root) || OF_FEEL.includes(root) || isFree) return [];
    const found = (wrong: string, name: string, names: readonly string[], after: number): RuleFinding =>
      unknown(task, header, path, wrong, name, names, after);
    if (!visible.includes(root))
      return [found('The expression sees no variable of this name, so this gives null', root, visible, 0)];
    const known = Object.hasOwn(members, root) ? members[root] : undefined;
    if (!known || typeof member !== 'string' || known.includes(member)) return [];
    return [found(`"${root}" has no such field, so this gives null`, member, known, root.length)];
  });
}

/** @param after characters of the path before the name */
function unknown(
  task: EventTask,
  { at, text }: FeelText,
  path: FeelPath,
  wrong: string,
  name: string,
  names: readonly string[],
  after: number,
): RuleFinding {
  const suggestion = nearest(name, names);
  const within = text.slice(path.from, path.to).indexOf(name, after);
  const range = { from: path.from + within, to: path.from + within + name.length };
  return {
    message: message({
      wrong,
      found: quote(name),
      instead: suggestion === undefined ? `Write one of ${names.join(', ')}.` : `Did you mean ${quote(suggestion)}?`,
    }),
    at,
    ...(within >= 0 && { range }),
    ...(within >= 0 &&
      suggestion !== undefined && { fix: replaceRange(`Replace with ${suggestion}`, at, range, suggestion, task) }),
  };
}
