import type { Severity } from '@eventbridge-kit/issue';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { documentationUrl } from '../../rule/documentation.ts';
import { RULES } from '../../rules/index.ts';
import { NOT_READ, type FileFinding, type FileReport } from '../report.ts';
import type { Format } from './format.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Result.level>;

/** The static analysis results interchange format, for code scanning. */
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
export const sarif: Format = ({ version, files }) => {
  const found = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const rules: ReportingDescriptor[] = RULES.filter(({ id }) => found.has(id)).map(({ id, title, severity }) => ({
    id,
    shortDescription: { text: title },
    helpUri: documentationUrl(id),
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  if (found.has(NOT_READ))
    rules.push({ id: NOT_READ, shortDescription: { text: 'The file, or a part of it, cannot be read' } });
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'eventbridge-lint',
            version,
            informationUri: 'https://www.npmjs.com/package/bpmnlint-plugin-eventbridge',
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: files.flatMap((file, artifact) =>
          file.findings.map((finding) => result(file, artifact, finding, indexes.get(finding.rule) ?? -1)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function result({ file }: FileReport, index: number, finding: FileFinding, ruleIndex: number): Result {
  const { rule, severity, message, line, column, elementId, elementName, field, path, fix } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), index },
          ...(line !== undefined && {
            region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
          }),
        },
        ...(elementId !== '' && {
          logicalLocations: [
            { name: elementName ?? elementId, fullyQualifiedName: field === '' ? elementId : `${elementId}/${field}` },
          ],
        }),
      },
    ],
    properties: { elementId, field, ...(path && { path }), ...(fix && { fix }) },
  };
}

/** A file's name as a URI reference; each part is escaped, the way between them stays. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}
