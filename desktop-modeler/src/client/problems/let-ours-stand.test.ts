import { describe, expect, it } from 'vitest';
import { letOursStand, saysTheSame, type HostReport } from './let-ours-stand.ts';

const PATH = ['extensionElements', 'values', 1, 'inputParameters', 3, 'source'];
const OURS = { path: PATH, label: 'Region' };

/** Reports as Modeler's own rules make them. */
function constraint(message: string): HostReport {
  return { id: 'Task', message, context: { propertiesPanel: { entryIds: ['custom-entry-x-0'] } } };
}

function feel(path: unknown): HostReport {
  return { id: 'Task', message: 'not FEEL', context: { path, data: { type: 'camunda.feelExpressionInvalid' } } };
}

describe('a report of Modeler', () => {
  it.each([
    ['a constraint of the same field', constraint('Region must be a region'), true],
    ['a constraint of another field', constraint('Regional bus must not be empty.'), false],
    ['a constraint without a label', constraint('Must not be empty.'), false],
    ['FEEL at the same place', feel(PATH), true],
    ['FEEL at another place', feel([...PATH.slice(0, -2), 4, 'source']), false],
    ['anything else at the same place', { id: 'Task', message: 'Region is odd', context: { path: PATH } }, false],
    ['no context', { id: 'Task', message: 'Region is odd', context: undefined }, false],
  ])('that is %s', (_, report, isSame) => {
    expect(saysTheSame(report, OURS)).toBe(isSame);
  });
});

/** bpmnlint's reporter, as each of its rules has one. */
class Reporter {
  readonly messages: string[] = [];

  constructor() {
    this.report = this.report.bind(this);
  }

  report(id: string, message: string, context?: unknown): void {
    this.messages.push(context === undefined ? `${id}: ${message}` : `${id}: ${message} at a field`);
  }
}

describe('reporters of a run', () => {
  it('leave out what an error of ours says better, from the next one made on', () => {
    letOursStand(new Reporter(), ({ id }) => (id === 'Task' ? [OURS] : []));
    const reporter = new Reporter();
    const context = { propertiesPanel: { entryIds: ['custom-entry-x-0'] } };
    reporter.report('Task', 'Region must be a region', context);
    reporter.report('Other', 'Region must be a region', context);
    reporter.report('Task', 'Region is odd');
    expect(reporter.messages).toEqual(['Other: Region must be a region at a field', 'Task: Region is odd']);
  });

  it('ask whoever came last, and are changed once', () => {
    letOursStand(new Reporter(), () => [OURS]);
    const before = Object.getOwnPropertyDescriptor(Reporter.prototype, 'report')?.value as unknown;
    letOursStand(new Reporter(), () => []);
    expect(Object.getOwnPropertyDescriptor(Reporter.prototype, 'report')?.value).toBe(before);
    const reporter = new Reporter();
    reporter.report('Task', 'Region must be a region', { propertiesPanel: { entryIds: ['custom-entry-x-0'] } });
    expect(reporter.messages).toHaveLength(1);
  });

  it('that share no class are left alone', () => {
    const report = (): void => undefined;
    letOursStand({ report }, () => [OURS]);
    expect(Object.prototype).not.toHaveProperty('report');
  });
});
