/**
 * Applies the newest template to the demo's example process, in the modeler itself, and saves it as the modeler does.
 * Run it when the template has changed: `npm run example`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDemoPage } from '../pictures/demo-page.ts';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';

const FILE = join(root, 'demo', 'examples', 'order-to-event.bpmn');

/** The demo's modeler as the browser's console sees it. */
interface ConsoleModeler {
  get(service: 'elementRegistry'): { get(id: string): object };
  get(service: 'elementTemplates'): {
    getLatest(id: string): readonly object[];
    applyTemplate(element: object, template: object): object;
  };
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
}

const xml = await withDemoPage((page) =>
  page.evaluate(async () => {
    const { modeler } = window as unknown as { readonly modeler: ConsoleModeler };
    const templates = modeler.get('elementTemplates');
    const [template] = templates.getLatest('eventbridge-kit.send-event.v1');
    if (!template) throw new Error('the modeler does not have the template');
    templates.applyTemplate(modeler.get('elementRegistry').get('PublishOrderEvent'), template);
    return (await modeler.saveXML({ format: true })).xml;
  }),
);

if (xml === readFileSync(FILE, 'utf8')) say('The example is up to date.');
else {
  writeFileSync(FILE, xml);
  say('The example has the newest template now.');
}
