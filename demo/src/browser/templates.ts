import { thrownText } from '@eventbridge-kit/issue';
import sendEvent from '@eventbridge-kit/templates/send-event.json';
import { CloudElementTemplatesValidator } from 'bpmn-js-element-templates';
import { jsonProblem } from './json-problem.ts';
import type { ElementTemplate, Modeler } from './modeler.ts';
import { showNotice } from './notice.ts';

/** The templates that the modeler offers: ours, and those that were dropped on the page. */
export class Templates {
  readonly #modeler: Modeler;
  #templates: readonly ElementTemplate[] = [sendEvent];

  constructor(modeler: Modeler) {
    this.#modeler = modeler;
    this.#hand();
  }

  /** Adds the templates of a dropped file, or says why they cannot be used. */
  add(fileName: string, text: string): void {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (error) {
      const { line, cause } = jsonProblem(thrownText(error), text);
      showNotice('error', `${fileName} is no JSON.`, [line === undefined ? cause : `Line ${line}: ${cause}`]);
      return;
    }
    const added = (Array.isArray(parsed) ? parsed : [parsed]) as readonly ElementTemplate[]; // validated below
    const templates = [...this.#templates.filter((known) => !added.some((one) => sameTemplate(one, known))), ...added];
    const errors = problemsOf(templates, this.#modeler.get('moddle'));
    if (errors.length > 0) {
      showNotice('error', `${fileName} holds no valid element template.`, errors);
      return;
    }
    this.#templates = templates;
    this.#hand();
    showNotice('done', `${fileName} was added.`, [`Find it in the append menu and under Change type.`]);
  }

  #hand(): void {
    this.#modeler.get('elementTemplatesLoader').setTemplates(this.#templates);
  }
}

function problemsOf(templates: readonly ElementTemplate[], moddle: object): readonly string[] {
  const validator = new CloudElementTemplatesValidator(moddle);
  return validator
    .addAll(templates)
    .getErrors()
    .map(({ message }) => message);
}

/** A file that is dropped again replaces what it brought before. */
function sameTemplate(one: ElementTemplate, other: ElementTemplate): boolean {
  return one['id'] === other['id'] && one['version'] === other['version'];
}
