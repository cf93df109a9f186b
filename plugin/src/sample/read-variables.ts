import { FeelAnalyzer, type InputVariable } from '@bpmn-io/feel-analyzer';
import { camundaBuiltins, camundaReservedNameBuiltins } from '@camunda/feel-builtins';
import { ownEntries, type TaskSource } from '@eventbridge-kit/connector';

/** A variable that an expression reads, with what its use tells of the shape. */
export interface ReadVariable {
  readonly name: string;
  /** FEEL type, for example `Context` or `Number`; absent where the use does not tell. */
  readonly type?: string;
  readonly entries: readonly ReadVariable[];
}

/** Names that the engine resolves by itself: secrets and cluster variables are no process variables. */
const ENGINE_NAMES = new Set(['camunda', 'secrets']);

let analyzer: FeelAnalyzer | undefined;

/** Process variables that the task's input mappings and its retries read, in order of their first use. */
export function readVariables(task: TaskSource): readonly ReadVariable[] {
  const found = new Map<string, ReadVariable>();
  const targets = task.inputs.map(({ target }) => target);
  const look = (source: string, index: number): void => {
    const own = ownEntries(targets, index);
    for (const variable of variablesOf(source)) {
      if (own.has(variable.name) || ENGINE_NAMES.has(variable.name)) continue;
      const known = found.get(variable.name);
      found.set(variable.name, known ? mergeRead(known, variable) : variable);
    }
  };
  task.inputs.forEach(({ source }, index) => look(source, index));
  look(task.retries ?? '', targets.length);
  return [...found.values()];
}

/** Process variables that one text reads, where it is FEEL. */
export function readVariablesOf(source: string): readonly ReadVariable[] {
  return variablesOf(source).filter(({ name }) => !ENGINE_NAMES.has(name));
}

function variablesOf(source: string): readonly ReadVariable[] {
  if (!source.startsWith('=')) return [];
  analyzer ??= new FeelAnalyzer({
    parserDialect: 'camunda',
    builtins: camundaBuiltins,
    reservedNameBuiltins: camundaReservedNameBuiltins,
  });
  const { inputs = [], functions = [] } = analyzer.analyzeExpression(source.slice(1));
  const called = new Set(functions.map(({ name }) => name));
  return inputs.filter(({ name }) => !called.has(name)).map(toReadVariable);
}

function toReadVariable({ name, type, entries = [] }: InputVariable): ReadVariable {
  return { name, ...(type === undefined ? {} : { type }), entries: entries.map(toReadVariable) };
}

/** One variable as two places read it. */
export function mergeRead(one: ReadVariable, other: ReadVariable): ReadVariable {
  const entries = new Map(one.entries.map((entry) => [entry.name, entry]));
  for (const entry of other.entries) {
    const known = entries.get(entry.name);
    entries.set(entry.name, known ? mergeRead(known, entry) : entry);
  }
  const type = one.type ?? other.type;
  return { name: one.name, ...(type === undefined ? {} : { type }), entries: [...entries.values()] };
}
