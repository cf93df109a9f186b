import type { Severity } from '@eventbridge-kit/issue';
import { findingsOf, type FileFinding, type FileReport } from '../report.ts';
import type { Format } from './format.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A command of GitHub's workflows for each finding: an annotation at its line of the diff. */
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
export const github: Format = (report) => {
  const lines = report.files.flatMap((file) => file.findings.map((finding) => annotation(file, finding)));
  const count = findingsOf(report).length;
  return [...lines, `${count} ${count === 1 ? 'problem' : 'problems'} in the EventBridge tasks.\n`].join('\n');
};

function annotation({ file }: FileReport, finding: FileFinding): string {
  const { severity, line, column, rule, elementId, elementName, label, field, message } = finding;
  const place = { file, ...(line !== undefined && { line, col: column }), title: rule };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const subject = [elementName ?? elementId, label ?? field].filter((part) => part !== '').join(', ');
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(subject === '' ? message : `${subject}: ${message}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
