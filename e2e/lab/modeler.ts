import '@camunda/linting/assets/linting.css';
import 'bpmn-js-eventbridge/style.css';
import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import { Linter } from '@camunda/linting';
import lintingModule from '@camunda/linting/modeler';
import official from '@camunda/connectors-element-templates/src/element-templates/aws-eventbridge-outbound-connector.json';
import { CloudElementTemplatesLinterPlugin } from 'bpmn-js-element-templates';
import {
  EventBridgeTestSendModule,
  EventBridgeValidationModule,
  idleScheduler,
  TestSendRefused,
  type Scheduler,
} from 'bpmn-js-eventbridge';
import CamundaModeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import sendEvent from '../../templates/send-event.json';
import type { LabOptions, LabModeler } from './types.ts';

/** One template, or a list of all its versions. */
const TEMPLATES: readonly object[] = [sendEvent, official].flat();

/** A cloud modeler with the modules that are asked for, each as a host would mount it. */
export function createModeler(
  { validation, linting, testSend, strict, brackets }: LabOptions,
  scheduler: Scheduler = idleScheduler,
): LabModeler {
  const modeler = new CamundaModeler({
    container: '#canvas',
    propertiesPanel: { parent: '#properties' },
    additionalModules: [
      ...(validation ? [EventBridgeValidationModule, { eventBridgeScheduler: ['value', scheduler] }] : []),
      ...(testSend ? [EventBridgeTestSendModule] : []),
      ...(linting ? [lintingModule] : []),
      ...(brackets ? [{ translate: ['value', inBrackets] }] : []),
    ],
    linting: { active: true },
    eventBridgeTestSend: { send: () => Promise.reject(new TestSendRefused('There is no service here.')) },
    eventBridgeValidation: {
      preset: strict ? 'strict' : 'recommended',
      documentationUrl: (rule: string) => `/rules/${rule}`,
    },
  }) as unknown as LabModeler; // the host has no types
  modeler.get('elementTemplatesLoader').setTemplates(TEMPLATES);
  if (linting) lintAlways(modeler);
  return modeler;
}

/** A language in which no text is left as it was. */
function inBrackets(text: string, replacements: Readonly<Record<string, string>> = {}): string {
  return `⟦${text.replace(/{([^}]+)}/g, (whole, name: string) => replacements[name] ?? whole)}⟧`;
}

/** As Desktop Modeler does, but without its pause of 300 ms; one run at a time, the last state always. */
function lintAlways(modeler: LabModeler): void {
  const linter = new Linter({ plugins: [CloudElementTemplatesLinterPlugin(TEMPLATES)] });
  let isRunning = false;
  let isDue = false;
  const lint = async (): Promise<void> => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    while (isDue) {
      isDue = false;
      const reports = await linter.lint(modeler.getDefinitions());
      modeler.get('linting').setErrors(reports);
    }
    isRunning = false;
  };
  for (const event of ['import.done', 'commandStack.changed']) modeler.get('eventBus').on(event, () => void lint());
}
