import { FAULT_KINDS } from '../src/faults/kinds/index.ts';
import type { FaultKind } from '../src/faults/fault.ts';

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
