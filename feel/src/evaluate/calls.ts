import type { Arguments, CallNode, FunctionNode, MemberCallNode, TextRange } from '../syntax/node.ts';
import { EngineFailure } from '../signals.ts';
import {
  FeelContext,
  FeelError,
  FeelFunction,
  type FeelList,
  type FeelValue,
  type Outcome,
  isList,
  typeOf,
} from '../values/value.ts';
import { withValue, type Run } from './run.ts';
import type { Names, Scope } from './scope.ts';

/** Calls a function by its name: one that the expression defines, or a builtin. */
export function call(node: CallNode, scope: Scope, run: Run): Outcome {
  const { evaluation } = run;
  const found = findFunction(scope, node.name, node.args, run, node);
  if (found instanceof FeelError) return null;
  const result = invoke(found, node.args, scope, run);
  if (!(result instanceof FeelError) || result.fatal) return result;
  if (node.name === 'assert') {
    evaluation.warn('ASSERT_FAILURE', result.message, node);
    throw new EngineFailure(`An assertion is not fulfilled: ${result.message}`);
  }
  evaluation.warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${node.name}': ${result.message}`, node);
  return null;
}

/** Calls a function that a context holds. */
export function memberCall(node: MemberCallNode, scope: Scope, run: Run): Outcome {
  return withValue(run.evaluate(node.target, scope), (target) => {
    if (!(target instanceof FeelContext)) {
      return run.evaluation.warn('INVALID_TYPE', `Expected a context but found ${typeOf(target)}.`, node.target);
    }
    const found = findFunction(target, node.name, node.args, run, node);
    return found instanceof FeelError ? found : invoke(found, node.args, scope, run);
  });
}

function findFunction(
  names: Names,
  name: string,
  args: Arguments,
  run: Run,
  node: TextRange,
): FeelFunction | FeelError {
  const found = names.functions(name).find((one) => fits(one, args));
  if (found !== undefined) return found;
  const given =
    args.by === 'position'
      ? `${args.values.length} parameters`
      : `parameters: ${args.values.map((arg) => arg.name).join(', ')}`;
  return run.evaluation.warn('NO_FUNCTION_FOUND', `No function found with name '${name}' and ${given}.`, node, name);
}

function fits({ parameters, takesMore }: FeelFunction, args: Arguments): boolean {
  if (args.by === 'name') return args.values.every(({ name }) => parameters.includes(name));
  const count = args.values.length;
  return parameters.length === count || (takesMore && parameters.length < count);
}

function invoke(called: FeelFunction, args: Arguments, scope: Scope, run: Run): Outcome {
  const outcomes = argumentsOf(called, args, scope, run);
  const wrong = outcomes.find((outcome) => outcome instanceof FeelError && outcome.fatal) ?? outcomes.find(isError);
  if (wrong !== undefined) return wrong;
  const values = outcomes.filter((outcome): outcome is FeelValue => !isError(outcome));
  return run.evaluation.budget.within(() => called.invoke(called.takesMore ? gathered(called, args, values) : values));
}

function isError(outcome: Outcome): outcome is FeelError {
  return outcome instanceof FeelError;
}

/** A parameter that is not given by its name is null. */
function argumentsOf({ parameters }: FeelFunction, args: Arguments, scope: Scope, run: Run): Outcome[] {
  if (args.by === 'position') return args.values.map((value) => run.evaluate(value, scope));
  return parameters.map((parameter) => {
    const given = args.values.findLast(({ name }) => name === parameter);
    return given === undefined ? null : run.evaluate(given.value, scope);
  });
}

/** The arguments behind the others as one list; a list that stands alone is that list. */
function gathered({ parameters }: FeelFunction, args: Arguments, values: readonly FeelValue[]): readonly FeelValue[] {
  if (args.by === 'name' || parameters.length === 0) return values;
  const first = values.slice(0, parameters.length - 1);
  const rest: FeelList = values.slice(parameters.length - 1);
  const [only] = rest;
  const isTheList = parameters.length === 1 && rest.length === 1 && only !== undefined && isList(only);
  return [...first, isTheList ? only : rest];
}

/** A function that the expression defines: it sees the names around its definition. */
export function define(node: FunctionNode, scope: Scope, run: Run): FeelFunction {
  return new FeelFunction(node.parameters, (args) => {
    const named = node.parameters.flatMap((name, index): [string, FeelValue][] => {
      const value = args[index];
      return value === undefined ? [] : [[name, value]];
    });
    return run.evaluate(node.body, scope.withVariables(named));
  });
}
