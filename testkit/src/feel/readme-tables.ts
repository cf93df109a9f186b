import { BUILTINS, type BuiltinInfo } from 'camunda-feel';

const START = '<!-- functions, by `npm run generate` -->\n';
const END = '<!-- end of functions -->';

/** The README with the tables of functions as they are now. */
export function withBuiltinsTable(readme: string): string {
  const [before = '', rest = ''] = readme.split(START);
  const [, after = ''] = rest.split(END);
  const links = [...new Set(BUILTINS.map(({ link }) => link))];
  return `${before}${START}\n${links.map(tableOf).join('\n\n')}\n\n${END}${after}`;
}

function tableOf(link: string): string {
  const group = /-functions-([a-z]+)\/$/.exec(link)?.[1] ?? '';
  const rows = BUILTINS.filter((builtin) => builtin.link === link).map(rowOf);
  return [`### [${group}](${link})`, '', '| function | result | since |', '| --- | --- | --- |', ...rows].join('\n');
}

function rowOf({ name, signatures, maxArgs, result, since = '8.0', isDeprecated }: BuiltinInfo): string {
  const calls = signatures.map((parameters) => callOf(name, parameters, maxArgs === undefined));
  return `| ${calls.join(', ')}${isDeprecated ? ' (old name)' : ''} | ${result ?? 'any'} | ${since} |`;
}

function callOf(name: string, parameters: readonly string[], takesMore: boolean): string {
  return `\`${name}(${[...parameters, ...(takesMore ? ['...'] : [])].join(', ')})\``;
}
