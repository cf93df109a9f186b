import { FAULT_KINDS } from '../src/faults/kinds/index.ts';
import type { FaultKind } from '../src/faults/fault.ts';
import { FLAGS } from '../src/cli/flags.ts';

/** The README's table of flags, from the table that parses them. */
export function flagsTable(): string {
  const rows = FLAGS.map(({ name, value, doc, defaultText, repeatable }) => {
    const flag = value === undefined ? `--${name}` : `--${name} <${value}>`;
    return row(
      `\`${escape(flag)}\``,
      escape(repeatable === true ? `${doc}; may be repeated` : doc),
      defaultText === undefined ? '' : escape(defaultText),
    );
  });
  return [row('flag', 'what it does', 'default'), row('---', '---', '---'), ...rows].join('\n');
}

/** The README's table of faults. */
export function faultsTable(): string {
  const rows = FAULT_KINDS.map((kind: FaultKind) => {
    const options = Object.entries(kind.options).map(
      ([name, { accepts, doc }]) => `\`${escape(`${name}=${accepts}`)}\` ${escape(doc)}`,
    );
    return row(`\`${kind.name}\``, escape(kind.summary), options.join('; '));
  });
  return [row('fault', 'what happens', 'options'), row('---', '---', '---'), ...rows].join('\n');
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escape(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
