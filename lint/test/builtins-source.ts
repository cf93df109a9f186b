import { camundaBuiltins } from '@camunda/feel-builtins';

/** Types as the documentation writes them, and ours. `Any` and functions have none. */
const TYPES: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  string: 'string',
  number: 'number',
  context: 'context',
  list: 'list',
  date: 'temporal',
  time: 'temporal',
  'date and time': 'temporal',
  'days and time duration': 'temporal',
  'years and months duration': 'temporal',
};

/** Parameters that take all that follow: FEEL lets a list be written as its members. */
const TAKES_THE_REST = /^(?:list|lists|items|contexts|entries)$/;

interface Documented {
  readonly name: string;
  readonly info?: string;
  readonly params?: readonly { readonly name: string }[];
  readonly engines?: Readonly<Record<string, string>>;
}

function returnTypeOf({ info = '' }: Documented): string | null {
  const signature = /language-feel">([^\n]*)/.exec(info)?.[1] ?? '';
  const type = signature.slice(signature.lastIndexOf('):') + 2).trim();
  return TYPES[type.replace(/&lt;.*&gt;$/, '')] ?? null;
}

function rowOf(overloads: readonly Documented[]): string {
  const counts = overloads.map(({ params = [] }) => params.length);
  const open = overloads.some(({ params = [] }) => TAKES_THE_REST.test(params.at(-1)?.name ?? ''));
  const returns = new Set(overloads.map(returnTypeOf));
  const [type = null] = returns.size === 1 ? returns : [];
  const since = overloads[0]?.engines?.['camunda']?.replace(/^>=/, '');
  const row = [Math.min(...counts), open ? null : Math.max(...counts), type, ...(since === undefined ? [] : [since])];
  return `[${row.map((cell) => (typeof cell === 'string' ? `'${cell}'` : String(cell))).join(', ')}]`;
}

/** Source of `src/feel/builtins.generated.ts`, from Camunda's own list of its functions. */
export function builtinsSource(): string {
  const byName = new Map<string, Documented[]>();
  for (const builtin of camundaBuiltins as readonly Documented[]) {
    byName.set(builtin.name, [...(byName.get(builtin.name) ?? []), builtin]);
  }
  const rows = [...byName].map(([name, overloads]) => {
    const key = /^[a-z]+$/i.test(name) ? name : `'${name}'`;
    return `  ${key}: ${rowOf(overloads)},\n`;
  });
  return `// Generated from @camunda/feel-builtins by \`npm run generate\`; a test fails when it is stale.

/** By name: fewest arguments, most (null: any number), type of the result (null: any), first engine that has it. */
export const BUILTINS: Readonly<
  Record<
    string,
    readonly [
      min: number,
      max: number | null,
      returns: 'boolean' | 'string' | 'number' | 'context' | 'list' | 'temporal' | null,
      since?: string,
    ]
  >
> = {
${rows.join('')}};
`;
}
