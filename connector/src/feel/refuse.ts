import { FeelFailure, FeelUnsupported } from './signals.ts';
import { childrenOf, isCalled, type SyntaxNode } from './syntax.ts';

type Check = (node: SyntaxNode, text: string) => void;

/** Functions whose results have decimal places that the engine shows in text, zeros at the end too. */
const DECIMAL_PLACES = /\d\.\d*0\b|\b(?:decimal|round \w+|round half \w+|sqrt|product|number|from json)\s*\(/;

const CONTROL = /^(?:If|For|Quantified)Expression$/;

/** What both read in the same way after `in`. */
const TEST =
  /^(?:List|VariableName|PathExpression|FilterExpression|FunctionInvocation|DateTimeLiteral|ParenthesizedExpression|ArithmeticExpression|\w+Literal|null)$/;

/** What the library reads and the engine refuses, or reads in another way. By the name of the syntax node. */
const CHECKS: Readonly<Record<string, Check>> = {
  NumericLiteral: (node, text) => {
    const digits = text.slice(node.from, node.to);
    if (/e/i.test(digits)) fail('A number cannot have an exponent');
    if (digits.replace(/\D/g, '').length > 15) unknown('A number has more digits than can be told here');
  },
  VariableName: (node, text) => {
    const name = text.slice(node.from, node.to);
    const isProperty = node.parent?.name === 'PathExpression' && node.parent.firstChild?.from !== node.from;
    const mayHaveBlanks = isCalled(node) || name.startsWith('`') || node.parent?.name === 'QualifiedName';
    if (/\s/.test(name) && !mayHaveBlanks && name !== 'time offset')
      fail(`A name with blanks must stand in backticks: found ${name.slice(0, 60)}`);
    if (isProperty && /^(?:years|months|days|hours|minutes|seconds)$/.test(name) && !isName(node.parent?.firstChild)) {
      unknown('The parts of a duration are not known here');
    }
  },
  FunctionInvocation: (node, text) => {
    const [target] = childrenOf(node);
    if (target?.name !== 'VariableName') unknown('The call of a function without a name of its own is not known here');
    const isText = /^(?:string|to json)\s*\(/.test(text.slice(node.from));
    if (isText && DECIMAL_PLACES.test(text.slice(node.from, node.to)))
      unknown('The decimal places of this number are not known here');
  },
  ArithmeticExpression: (node, text) => {
    const operands = childrenOf(node);
    if (text.charAt(node.from) === '+') fail('A number cannot have the sign +');
    if (operands.some(({ name }) => name === 'InstanceOfExpression'))
      unknown('Put what stands before `instance of` in parentheses');
    refuseControl(node);
  },
  ArithOp: (node, text) => {
    if (text.charAt(node.from) === '^') fail('A power is written with **');
  },
  Conjunction: refuseControl,
  Disjunction: refuseControl,
  Comparison: (node) => {
    refuseControl(node);
    const [left, operator, right] = childrenOf(node);
    if (operator?.name === 'CompareOp' && [left, right].some((operand) => operand?.name === 'Comparison')) {
      fail('Comparisons cannot be chained: put one of them in parentheses');
    }
  },
  PositiveUnaryTest: (node) => {
    const [test] = childrenOf(node);
    if (test !== undefined && test.name !== 'SimplePositiveUnaryTest' && !TEST.test(test.name))
      unknown('Put the whole `in` in parentheses');
  },
  SimplePositiveUnaryTest: (node, text) => {
    const [first, operand] = childrenOf(node);
    const isTest = node.parent?.name === 'PositiveUnaryTest';
    if (first?.name === 'CompareOp' && (!isTest || operand === undefined || !TEST.test(operand.name)))
      unknown('A test without an input is not known here');
    if (/^!?=/.test(text.slice(node.from))) fail('A test after `in` takes <, <=, > or >=');
    const isOperand = /^(?:Path|Filter|Arithmetic)Expression$|^Comparison$/.test(node.parent?.name ?? '');
    if (isOperand) unknown('A range within an operation is not known here');
  },
  FormalParameter: (node) => {
    if (childrenOf(node).length > 1) fail('A parameter has no type in the engine');
  },
  FunctionDefinition: (node) => {
    if (childrenOf(node).some(({ name }) => name === 'external')) unknown('External functions are not known here');
  },
  IterationContext: (node) => {
    if (childrenOf(node).some(({ name }) => name === 'SimplePositiveUnaryTest'))
      fail('An iteration takes start..end without brackets');
  },
  InExpressions: (node, text) => {
    const iterators = childrenOf(node).map((child) => ({
      name: childrenOf(child)[0],
      source: childrenOf(child).at(-1),
    }));
    const sees = ({ source }: (typeof iterators)[number], earlier: string): boolean =>
      wordsOf(text.slice(source?.from, source?.to)).includes(earlier);
    const names = iterators.map(({ name }) => text.slice(name?.from, name?.to));
    if (iterators.some((iterator, index) => names.slice(0, index).some((earlier) => sees(iterator, earlier)))) {
      unknown('An iterator that uses an earlier one is not known here: nest two loops');
    }
  },
  '?': () => fail('There is no input that ? could stand for'),
};

/** Throws where an expression means something else to the engine. */
export function refuseForeign(node: SyntaxNode, text: string): void {
  CHECKS[node.name]?.(node, text);
}

function refuseControl(node: SyntaxNode): void {
  if (childrenOf(node).some(({ name }) => CONTROL.test(name)))
    fail('if, for, some and every need parentheses within an operation');
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_$]+/u);
}

function isName(node: SyntaxNode | null | undefined): boolean {
  return /^(?:VariableName|PathExpression|FilterExpression)$/.test(node?.name ?? '');
}

function fail(message: string): never {
  throw new FeelFailure(`${message}.`);
}

function unknown(message: string): never {
  throw new FeelUnsupported(`${message}.`);
}
