import { applyTemplate } from '../fix/apply-template.ts';
import { conversionOf, lostText } from '../fix/conversion.ts';
import { readDiagram } from '../model/diagram.ts';
import { engineText } from '../model/engine-version.ts';
import type { EventTask } from '../model/event-task.ts';
import type { Template } from '../model/template.ts';
import type { ConversionTarget } from './conversion-target.ts';

/** What both templates are for. */
const SERVICE_TASK = 'bpmn:ServiceTask';

/** A task of another template, with the one to apply, or with what stands in the way. */
type Planned = { readonly task: EventTask } & ({ readonly template: Template } | { readonly obstacle: string });

/** What became of the tasks of another template. */
export interface Converted {
  readonly count: number;
  /** Why others stay as they are, each without the full stop. */
  readonly kept: readonly string[];
}

/** The tasks that the template is not applied to yet. */
export function conversions(definitions: object, target: ConversionTarget): readonly Planned[] {
  return readDiagram(definitions).tasks.flatMap((task) =>
    task.family.templateIds.includes(target.templateId) ? [] : [plan(task, target)],
  );
}

/** Changes those tasks of the definitions that can be changed without a loss. */
export function convertDiagram(definitions: object, target: ConversionTarget): Converted {
  const kept: string[] = [];
  let count = 0;
  for (const planned of conversions(definitions, target)) {
    if ('obstacle' in planned) kept.push(`${planned.task.id} stays as it is: ${planned.obstacle}`);
    else {
      applyTemplate(planned.task.node, planned.template);
      count += 1;
    }
  }
  return { count, kept };
}

function plan(task: EventTask, target: ConversionTarget): Planned {
  const template = target.versionFor(task.engine);
  if (!template) {
    const engine = task.engine ? engineText(task.engine) : 'its engine';
    return { task, obstacle: `no version of the template is for Camunda ${engine}` };
  }
  if (task.elementType !== SERVICE_TASK) {
    return { task, obstacle: `it is a ${task.elementType}, which only a modeler can change` };
  }
  const { lost } = conversionOf(task, template);
  const { labels } = task.family;
  const labelOf = (name: string): string | undefined => (Object.hasOwn(labels, name) ? labels[name] : undefined);
  if (lost.length > 0) return { task, obstacle: `the template has no place for ${lostText(lost, labelOf)}` };
  return { task, template };
}
