import type { Severity } from '@eventbridge-kit/issue';
import { countOf, findingsOf, type FileFinding, type FileReport } from '../report.ts';
import type { Format } from './format.ts';

const ESC = '\u001b[';

/** SGR codes by what they colour. */
// https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
const COLOURS: Readonly<Record<Severity | 'place' | 'quiet' | 'fix', string>> = {
  error: '31',
  warning: '33',
  info: '36',
  place: '1',
  quiet: '2',
  fix: '32',
};

type Paint = (what: keyof typeof COLOURS, text: string) => string;

/** One finding after the other, each starting with `file:line:column element`, so that terminals link to it. */
export const text: Format = (report, colours) => {
  const paint: Paint = (what, content) => (colours ? `${ESC}${COLOURS[what]}m${content}${ESC}0m` : content);
  const blocks = report.files.flatMap((file) => file.findings.map((finding) => block(file, finding, paint)));
  const findings = findingsOf(report);
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = countOf(report, severity);
    return count === 0 ? [] : [paint(severity, amount(count, NOUNS[severity]))];
  });
  const fixable = findings.filter(({ fix }) => fix).length;
  const fixed = report.files.reduce((sum, file) => sum + (file.fixed ?? 0), 0);
  const made = fixed === 0 ? '' : ` ${amount(fixed, 'fix', 'fixes')} made.`;
  const where = `in ${amount(report.files.length, 'file')}`;
  const summary =
    findings.length === 0
      ? `No ${report.onlyErrors === true ? 'error' : 'problem'} ${where}.`
      : `${parts.join(', ')} ${where}${fixable === 0 ? '' : `, ${fixable} with a fix`}.`;
  return `${[...blocks, `${summary}${made}`].join('\n\n')}\n`;
};

const NOUNS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'hint' };

function amount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

function block({ file }: FileReport, finding: FileFinding, paint: Paint): string {
  const { line, column, elementId, elementName, field, label, severity, message, rule, fix } = finding;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const name = elementName === undefined ? '' : ` "${oneLine(elementName)}"`;
  const element = elementId === '' ? '' : ` ${elementId}${name}`;
  const lines = [
    `${paint('place', `${place}${element}`)}${field === '' ? '' : ` ${label === undefined ? field : `${label} (${field})`}`}`,
    `  ${paint(severity, severity)}: ${message} ${paint('quiet', `(${rule})`)}`,
    ...(fix ? [`  ${paint('fix', 'fix')}: ${fix.title}`] : []),
  ];
  return lines.join('\n');
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
