import {
  SUBMISSION,
  TEMPLATE,
  TEMPLATES,
  type SampleRelease,
  type Template,
  type TemplateProperty,
} from '../sample-release.ts';
import type { Seeds } from './seed.ts';

export function property(template: Template, id: string): TemplateProperty {
  const found = template.properties.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the template has no property ${id}`);
  return found;
}

/** A newer version beside the one that stands in the archive, whose file moves below `versioned/`. */
export function newVersion(release: SampleRelease, change: (template: Template) => void): void {
  release.write(TEMPLATES, 'versioned/send-event-1.json', release.text(TEMPLATES, TEMPLATE));
  release.template((template) => {
    template.version = 2;
    property(template, 'elementTemplateVersion').value = '2';
    change(template);
  });
  release.edit(SUBMISSION, 'blueprint/order-to-event.bpmn', (xml) =>
    xml.replace('modelerTemplateVersion="1"', 'modelerTemplateVersion="2"'),
  );
}

/** Seeds in the templates, by the ids of the rules. */
export const TEMPLATES_SEEDS: Seeds = {
  'one-template-a-file': [
    ['a list', `${TEMPLATES}: send-event.json`, (release) => release.edit(TEMPLATES, TEMPLATE, (text) => `[${text}]`)],
    [
      'the same version in two files',
      `${TEMPLATES}: versioned/send-event-1.json`,
      (release) => release.write(TEMPLATES, 'versioned/send-event-1.json', release.text(TEMPLATES, TEMPLATE)),
    ],
  ],
  'template-valid': [
    [
      'a property that the schema does not know',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (property(template, 'input.source').type = 'Strnig')),
    ],
    [
      'a group that is not there',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (property(template, 'input.source').group = 'nowhere')),
    ],
  ],
  'template-name': [
    [
      'no sentence case',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (template.name = 'Send Event to Amazon EventBridge')),
    ],
    [
      'no brand',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (template.name = 'Send event')),
    ],
  ],
  keywords: [
    [
      'no keywords',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => delete template.keywords),
    ],
  ],
  'icon-size': [
    [
      'an icon that is too large',
      `${TEMPLATES}: send-event.json`,
      (release) =>
        release.template((template) => {
          const svg = `<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(8192)}--></svg>`;
          template.icon.contents = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
        }),
    ],
  ],
  'group-size': [
    [
      'a field too many',
      `${TEMPLATES}: send-event.json`,
      (release) =>
        release.template((template) => {
          for (const { id, ...rest } of template.properties) {
            if (rest.group === 'role') property(template, id).group = 'authentication';
          }
        }),
    ],
  ],
  'required-fields': [
    [
      'a field that may stay empty',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => delete property(template, 'input.source').constraints?.notEmpty),
    ],
  ],
  messages: [
    [
      'a message that helps nobody',
      `${TEMPLATES}: send-event.json`,
      (release) =>
        release.template((template) => {
          const pattern = property(template, 'configuration.region').constraints?.pattern;
          if (pattern) pattern.message = 'invalid';
        }),
    ],
  ],
  'secret-default': [
    [
      'a secret in a default',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (property(template, 'authentication.secretKey').value = 'hunter2')),
    ],
  ],
  'plain-http': [
    [
      'an example over plain http',
      `${TEMPLATES}: send-event.json`,
      (release) =>
        release.template(
          (template) => (property(template, 'configuration.endpoint').placeholder = 'http://bus.example'),
        ),
    ],
  ],
  documentation: [
    [
      "somebody else's page",
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (template.documentationRef = 'https://docs.aws.amazon.com/')),
    ],
  ],
  engines: [
    [
      'an engine that the worker does not talk to',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (template.engines.camunda = '^8.0')),
    ],
  ],
  'published-unchanged': [
    [
      'a template changed in place',
      `${TEMPLATES}: send-event.json`,
      (release) => release.template((template) => (property(template, 'input.source').label = 'Sender')),
    ],
    [
      'an older one changed',
      `${TEMPLATES}: versioned/send-event-1.json`,
      (release) => {
        newVersion(release, () => undefined);
        release.edit(TEMPLATES, 'versioned/send-event-1.json', (text) => text.replace('"Source"', '"Sender"'));
      },
    ],
    [
      'an older one that is gone',
      `${TEMPLATES}: versioned/send-event-1.json`,
      (release) => {
        newVersion(release, () => undefined);
        release.remove(TEMPLATES, 'versioned/send-event-1.json');
      },
    ],
  ],
  'lost-values-told': [
    [
      'a lost value that the changelog does not tell',
      `${TEMPLATES}: send-event.json`,
      (release) =>
        newVersion(release, (template) => (property(template, 'input.traceHeader').binding.name = 'input.trace')),
    ],
  ],
};
