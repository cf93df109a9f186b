import type {
  ContextNode,
  IfNode,
  ListNode,
  LogicNode,
  NameNode,
  Node,
  TemporalNode,
  TextRange,
} from '../syntax/node.ts';
import { holds } from '../syntax/holds.ts';
import { FeelContext, FeelError, type FeelValue, type Outcome, isList, typeOf } from '../values/value.ts';
import { isNumber } from '../values/number.ts';
import { parseAt, parseDate, parseDateTime, parseDuration, parseTime } from '../values/parse-temporal.ts';
import { call, define, memberCall } from './calls.ts';
import type { Evaluation } from './evaluation.ts';
import { filter } from './filter.ts';
import { inputBySign, inputNameIn, inputOf, unaryTest } from './input.ts';
import { literal } from './literal.ts';
import { booleanOrNull, join, type Truth } from './logic.ts';
import { loop, quantified, stepsOf } from './loops.ts';
import { arithmetic, compared, inputInRange, rangeOf } from './operators.ts';
import { propertiesOf, propertyOf } from './properties.ts';
import { orNull, withValue, type Run } from './run.ts';
import { Entries, Scope } from './scope.ts';

/** Evaluates nodes as feel-engine does, counting each in the evaluation's budget. */
export class Interpreter implements Run {
  readonly evaluation: Evaluation;

  constructor(evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  readonly evaluate = (node: Node, scope: Scope): Outcome => {
    const { budget } = this.evaluation;
    budget.step();
    budget.enter();
    const result = this.#evaluate(node, scope);
    budget.leave();
    return result;
  };

  #evaluate(node: Node, scope: Scope): Outcome {
    switch (node.kind) {
      case 'null':
        return null;
      case 'boolean':
      case 'string':
        return node.value;
      case 'number':
        return literal(node);
      case 'temporal':
        return this.#temporal(node);
      case 'list':
        return this.#list(node, scope);
      case 'context':
        return this.#context(node, scope);
      case 'range':
        return rangeOf(node, scope, this);
      case 'name':
        return this.#name(node, scope);
      case 'path':
        return withValue(this.evaluate(node.target, scope), (target) => this.#member(target, node.name, node));
      case 'filter':
        return filter(node, scope, this);
      case 'call':
        return orNull(call(node, scope, this));
      case 'member call':
        return memberCall(node, scope, this);
      case 'function':
        return define(node, scope, this);
      case 'external':
        return new FeelError('Functions of the Java platform are switched off.');
      case 'arithmetic':
        return arithmetic(node, scope, this);
      case 'negation':
        return this.#negation(node.operand, scope);
      case 'steps':
        return stepsOf(node, scope, this);
      case 'if':
        return this.#condition(node, scope);
      case 'for':
        return loop(node, scope, this);
      case 'some':
      case 'every':
        return quantified(node, scope, this);
      default:
        return this.#truth(node, scope);
    }
  }

  /** Nodes whose value is a boolean, or null. */
  #truth(node: TruthNode, scope: Scope): Outcome {
    const { evaluation } = this;
    switch (node.kind) {
      case 'comparison': {
        const [left, right] = [this.evaluate(node.left, scope), this.evaluate(node.right, scope)];
        const result = compared(left, node.operator, right, evaluation, node);
        // The engine takes `!=` for the opposite of `=`, of which an error is null.
        return node.operator === '!=' ? orNull(result) : result;
      }
      case 'between':
        return this.#between(node.value, node.low, node.high, scope, node);
      case 'and':
      case 'or':
        return this.#chain(node, scope);
      case 'instance of':
        return withValue(this.evaluate(node.value, scope), (value) => isOfType(value, node.type));
      case 'in':
        return withValue(this.evaluate(node.value, scope), (value) =>
          this.evaluate(node.test, scope.with(inputNameIn(scope), value)),
        );
      case 'input':
        return inputBySign(scope);
      case 'input test': {
        const input = inputOf(scope, this, node);
        return compared(input, node.operator, this.evaluate(node.operand, scope), evaluation, node);
      }
      case 'input range':
        return inputInRange(inputOf(scope, this, node), node.range, scope, this);
      case 'unary test':
        return unaryTest(node.test, scope, this, node);
      case 'any of': {
        let truth: Truth = false;
        for (const test of node.tests) truth = join(truth, true, () => this.evaluate(test, scope), evaluation, test);
        return truth;
      }
      case 'not': {
        const truth = booleanOrNull(this.evaluate(node.test, scope), evaluation, node.test);
        return typeof truth === 'boolean' ? !truth : truth;
      }
      default:
        return node satisfies never;
    }
  }

  #temporal({ constructor, text }: TemporalNode): FeelValue {
    const nowMs = this.evaluation.world.now().epochMs;
    switch (constructor) {
      case '@':
        return parseAt(text, nowMs);
      case 'date':
        return parseDate(text);
      case 'time':
        return parseTime(text, nowMs);
      case 'date and time':
        return parseDateTime(text);
      case 'duration':
        return parseDuration(text, true);
      default:
        return constructor satisfies never;
    }
  }

  #list({ items }: ListNode, scope: Scope): Outcome {
    this.evaluation.budget.make(items.length * 16);
    const values: FeelValue[] = [];
    for (const item of items) {
      const value = this.evaluate(item, scope);
      if (value instanceof FeelError) return new FeelError(value.message);
      values.push(value);
    }
    return values;
  }

  #context({ entries }: ContextNode, scope: Scope): Outcome {
    this.evaluation.budget.make(entries.length * 64);
    const made = new Entries();
    const growing = new Scope(scope, made);
    for (const { key, value: node } of entries) {
      const value = this.evaluate(node, holds(node, isFunction) ? new Scope(scope, made.soFar()) : growing);
      if (value instanceof FeelError) return new FeelError(value.message);
      made.add(key, value);
    }
    return made.toContext();
  }

  #name(node: NameNode, scope: Scope): Outcome {
    const [name = '', ...members] = node.names;
    const variable = scope.get(name);
    if (variable === undefined) {
      this.evaluation.warn('NO_VARIABLE_FOUND', `No variable found with name '${name}'.`, node, name);
      return null;
    }
    return members.reduce((value: FeelValue, member) => this.#member(value, member, node), variable);
  }

  /** A list gives the member of each of its elements. */
  #member(value: FeelValue, name: string, node: TextRange): FeelValue {
    const { budget } = this.evaluation;
    if (isList(value)) {
      budget.list(value.length);
      return budget.within(() => value.map((item) => this.#member(item, name, node)));
    }
    const found = value instanceof FeelContext ? value.get(name) : propertyOf(value, name);
    if (found !== undefined) return found;
    if (value === null || value instanceof FeelContext) {
      const there = value === null ? 'The context is null.' : listed('keys', value.keys);
      this.evaluation.warn('NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${name}'. ${there}`, node, name);
    } else {
      const there = listed('properties', Object.keys(propertiesOf(value)));
      this.evaluation.warn('NO_PROPERTY_FOUND', `A ${typeOf(value)} has no property '${name}'. ${there}`, node, name);
    }
    return null;
  }

  #negation(operand: Node, scope: Scope): Outcome {
    const value = this.evaluate(operand, scope);
    if (value instanceof FeelError) return orNull(value);
    if (isNumber(value)) return value.negate();
    this.evaluation.warn('INVALID_TYPE', `Expected a number but found ${typeOf(value)}.`, operand);
    return null;
  }

  /** What is no boolean counts as false. So does a branch that gives an error: the other is taken. */
  #condition(node: IfNode, scope: Scope): Outcome {
    const condition = booleanOrNull(this.evaluate(node.condition, scope), this.evaluation, node.condition);
    if (condition instanceof FeelError) return condition;
    if (condition === null) return this.evaluate(node.otherwise, scope);
    const result = this.evaluate(condition ? node.then : node.otherwise, scope);
    return result instanceof FeelError && !result.fatal ? this.evaluate(node.otherwise, scope) : result;
  }

  #between(value: Node, low: Node, high: Node, scope: Scope, node: TextRange): Outcome {
    const side = (operator: '>=' | '<=', limit: Node) => (): Outcome =>
      compared(this.evaluate(value, scope), operator, this.evaluate(limit, scope), this.evaluation, node);
    const first = join(true, false, side('>=', low), this.evaluation, node);
    return join(first, false, side('<=', high), this.evaluation, node);
  }

  /** A chain is gone through from its first operand: it may be thousands long. */
  #chain(node: LogicNode, scope: Scope): Outcome {
    const ends = node.kind === 'or';
    const rest: Node[] = [];
    let first: Node = node;
    while (first.kind === node.kind) {
      rest.push(first.right);
      first = first.left;
    }
    let truth: Truth = !ends;
    for (let next: Node | undefined = first; next; next = rest.pop()) {
      const operand = next;
      truth = join(truth, ends, () => this.evaluate(operand, scope), this.evaluation, operand);
    }
    return truth;
  }
}

type TruthNode = Extract<
  Node,
  {
    readonly kind:
      | 'comparison'
      | 'between'
      | 'and'
      | 'or'
      | 'instance of'
      | 'in'
      | 'input'
      | 'input test'
      | 'input range'
      | 'unary test'
      | 'any of'
      | 'not';
  }
>;

function isFunction({ kind }: Node): boolean {
  return kind === 'function';
}

function listed(what: string, names: readonly string[]): string {
  return names.length === 0
    ? `It has no ${what}.`
    : `Available ${what}: ${names.map((name) => `'${name}'`).join(', ')}`;
}

const ALIASES: Readonly<Record<string, string>> = {
  'date time': 'date and time',
  'year-month-duration': 'years and months duration',
  'day-time-duration': 'days and time duration',
};

function isOfType(value: FeelValue, type: string): boolean {
  return type === 'Any' ? value !== null : (ALIASES[type] ?? type) === typeOf(value);
}
