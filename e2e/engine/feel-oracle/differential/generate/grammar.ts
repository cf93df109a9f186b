import fc from 'fast-check';
import { choose, form, weighted, type Expression, type Expressions, type Weighted } from './expression.ts';
import { anyForms } from './forms/any.ts';
import { collectionForms } from './forms/collections.ts';
import { scalarForms } from './forms/scalars.ts';
import { temporalForms } from './forms/temporals.ts';
import { FUNCTIONS, KINDS, type Kind } from './functions.ts';
import { ALWAYS_FLAT, FLAT, type Forms, type Tie } from './kinds.ts';
import { flatNothing } from './flat/scalars.ts';

const FORMS: Forms = { ...scalarForms, ...temporalForms, ...collectionForms, ...anyForms };

/** What stands where another kind belongs. A scale of millions of digits would keep the library at work for hours: text instead. */
function wrong(kind: Kind): Expressions {
  return kind === 'scale' ? FLAT.text : FLAT.any;
}

function call(name: string, kinds: readonly Kind[], tie: Tie): Expressions {
  return form(
    name,
    kinds.map((kind) => fc.oneof(weighted(12, tie(kind)), weighted(1, wrong(kind)), weighted(1, flatNothing))),
    (...args) => `${name}(${args.join(', ')})`,
  );
}

/** Calls of all functions that give this kind. */
function calls(kind: Kind, tie: Tie): Weighted[] {
  return Object.entries(FUNCTIONS)
    .filter(([, { gives }]) => gives === kind)
    .map(([name, { forms }]) => weighted(1, fc.oneof(...forms.map((kinds) => call(name, kinds, tie)))));
}

/** Expressions of every kind, each made of the others; `call` is a call of each function as often as of another. */
export function grammar(): Readonly<Record<'any' | 'call', Expressions>> {
  const of = choose(fc.createDepthIdentifier());
  return fc.letrec<Record<Kind | 'call', Expression>>((tie) => {
    const arbitraryOf = (kind: Kind): Expressions =>
      ALWAYS_FLAT.includes(kind) ? FLAT[kind] : of(FLAT[kind], ...(FORMS[kind]?.(tie) ?? []), ...calls(kind, tie));
    const every = Object.entries(FUNCTIONS).map(([name, { forms }]) =>
      fc.oneof(...forms.map((kinds) => call(name, kinds, tie))),
    );
    const made = Object.fromEntries(KINDS.map((kind) => [kind, arbitraryOf(kind)])) as Record<Kind, Expressions>; // each kind once
    return { ...made, call: fc.oneof(...every) };
  });
}
