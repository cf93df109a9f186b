import { readPattern, type PatternEngine } from '../regex/pattern.ts';
import { childrenOf, type CallNode, type Node, type TextRange } from '../syntax/node.ts';
import { constantOf } from './constant.ts';

/** A pattern in an expression that can be said to be wrong without a text. */
export interface PatternProblem extends TextRange {
  /** `invalid`: the engine gives null for it. `unknown`: it is not run here. */
  readonly kind: 'invalid' | 'unknown';
  readonly functionName: string;
  readonly pattern: string;
  /** What is not run here, in words and as it is written. */
  readonly construct?: string;
}

/** Which parameter of a function is a pattern. */
const PARAMETERS: Readonly<Record<string, string>> = {
  matches: 'pattern',
  replace: 'pattern',
  extract: 'pattern',
  split: 'delimiter',
};

/** Place of the flags by position. */
const FLAGS_AT: Readonly<Record<string, number>> = { matches: 2, replace: 3 };

/**
 * The constant patterns in some expressions that are refused by the engine, or not run here.
 *
 * @param engine what would run them; without it some that it cannot run are not found
 */
export function patternProblems(roots: readonly Node[], engine?: PatternEngine): PatternProblem[] {
  const found: PatternProblem[] = [];
  const open = [...roots];
  for (let node = open.pop(); node; node = open.pop()) {
    const problem = node.kind === 'call' ? problemOf(node, engine) : undefined;
    if (problem) found.push(problem);
    open.push(...childrenOf(node));
  }
  return found.sort((a, b) => a.from - b.from);
}

function problemOf(call: CallNode, engine: PatternEngine | undefined): PatternProblem | undefined {
  const parameter = Object.hasOwn(PARAMETERS, call.name) ? PARAMETERS[call.name] : undefined;
  const node = parameter === undefined ? undefined : argumentOf(call, parameter, 1);
  const pattern = node && constantOf(node)?.value;
  if (!node || typeof pattern !== 'string') return undefined;
  const flagsNode = argumentOf(call, 'flags', FLAGS_AT[call.name] ?? -1);
  const flags = flagsNode && constantOf(flagsNode)?.value;
  const reading = readPattern(pattern, typeof flags === 'string' ? flags : '', engine);
  if (reading.status === 'ok') return undefined;
  const construct = reading.status === 'unknown' && { construct: reading.construct };
  return { kind: reading.status, functionName: call.name, pattern, from: node.from, to: node.to, ...construct };
}

function argumentOf({ args }: CallNode, name: string, at: number): Node | undefined {
  return args.by === 'position' ? args.values[at] : args.values.findLast((arg) => arg.name === name)?.value;
}
