import { isRecord, parseJson } from '@eventbridge-kit/issue';
import { importTemplate, lintTemplate, type LintIssue } from 'element-template-generator';
import { lintTools } from '../../../../generator/src/cli/tools.ts';
import { validatorFindings } from '../../../../generator/src/cli/validate.ts';
import { UNSAID } from '../../build/fill-in.ts';
import { isFilledIn, type TemplateJson, type TemplateProperty } from '../../upgrade/template-json.ts';
import { archiveOf, STEMS, textOf, type Assets, type Entries } from '../assets.ts';
import { finding, unless, type Finding, type Rule } from '../rule.ts';

/** https://www.rfc-editor.org/rfc/rfc2397, with the bytes of the picture after base64. */
const SVG_ICON = /^data:image\/svg\+xml;base64,(.+)$/;
const MAX_ICON_BYTES = 8 * 1024;
const MAX_GROUP_FIELDS = 6;
const BRAND = 'Amazon EventBridge';
/** Words of a name that keep their capitals in sentence case. */
const PROPER = new Set([...BRAND.split(' '), 'AWS', 'Camunda']);

export interface FoundTemplate {
  readonly archive: string;
  readonly path: string;
  readonly text: string;
  readonly template: TemplateJson;
}

/** Every template of the zip for users; what is no JSON object is an empty one, which a rule tells. */
export function templatesOf(assets: Assets): FoundTemplate[] {
  const { name, entries } = archiveOf(assets, STEMS.templates);
  return jsonFiles(entries).map(([path, text]) => {
    const template = parseJson(text);
    return { archive: name, path, text, template: isRecord(template) ? template : {} };
  });
}

function jsonFiles(entries: Entries): [string, string][] {
  return [...entries].filter(([path]) => path.endsWith('.json')).map(([path, bytes]) => [path, textOf(bytes)]);
}

function visible({ properties = [] }: TemplateJson): TemplateProperty[] {
  return properties.filter(({ type }) => type !== 'Hidden');
}

/** A rule on each template by itself. */
function each(check: (template: TemplateJson, text: string) => readonly string[]): Rule['check'] {
  return (assets) => {
    const found = templatesOf(assets);
    if (found.length === 0) return [finding(archiveOf(assets, STEMS.templates).name, '', 'no template in it')];
    return found.flatMap(({ archive, path, template, text }) =>
      check(template, text).map((what) => finding(archive, path, what)),
    );
  };
}

function lintIssues(template: TemplateJson): readonly LintIssue[] {
  const imported = importTemplate(template);
  if (!imported.ok) return imported.problems.map((problem) => ({ rule: 'shape', ...problem }));
  return lintTemplate(imported.template, lintTools);
}

/** Most fields of a group that are shown at once: for each choice of a dropdown those that depend on it. */
function shownAtOnce(template: TemplateJson, group: string): number {
  const fields = visible(template).filter((property) => property.group === group);
  const always = fields.filter(({ condition }) => condition === undefined).length;
  const choices = new Map<string, number>();
  for (const { condition } of fields) {
    if (condition === undefined) continue;
    const key = JSON.stringify([condition.property, condition.equals ?? condition.oneOf]);
    choices.set(key, (choices.get(key) ?? 0) + 1);
  }
  return always + Math.max(0, ...choices.values());
}

function iconFindings({ icon }: TemplateJson): string[] {
  const [, base64] = SVG_ICON.exec(icon?.contents ?? '') ?? [];
  if (base64 === undefined) return ['the icon is no SVG in a data URI'];
  const bytes = Buffer.from(base64, 'base64').length;
  return bytes > MAX_ICON_BYTES ? [`the icon has ${bytes} bytes of ${MAX_ICON_BYTES}`] : [];
}

function nameFindings({ name = '' }: TemplateJson): string[] {
  const capitals = name
    .split(' ')
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) && !PROPER.has(word));
  return [
    ...(name.includes(BRAND) ? [] : [`the name "${name}" lacks "${BRAND}"`]),
    ...(capitals.length === 0 ? [] : [`the name has capitals inside: ${capitals.join(', ')}`]),
  ];
}

/** The first version of Camunda that the worker says it talks to, by its own README. */
function oldestCamunda(assets: Assets): string | undefined {
  const readme = textOf(archiveOf(assets, STEMS.worker, 'tgz').entries.get('README.md'));
  return /^\| Camunda +\| (\d+\.\d+) or newer/m.exec(readme)?.[1];
}

/** Rules on each template that users import. */
export const TEMPLATE_RULES: readonly Rule[] = [
  {
    id: 'one-template-a-file',
    rule: 'Each file holds one template; older versions stand below versioned/.',
    remedy: 'Write one template object into each file, and its id and version once in the whole zip.',
    check: (assets) => {
      const found = templatesOf(assets);
      const places = new Map<string, string>();
      return found.flatMap(({ archive, path, template, text }): Finding[] => {
        const { id, version } = template;
        if (typeof id !== 'string' || !Number.isInteger(version))
          return [
            finding(archive, path, Array.isArray(parseJson(text)) ? 'a list' : 'no template with id and version'),
          ];
        const key = `${id} ${version}`;
        const other = places.get(key);
        places.set(key, path);
        return other === undefined ? [] : [finding(archive, path, `${id}, version ${version}, stands in ${other} too`)];
      });
    },
  },
  {
    id: 'template-valid',
    rule: "Each template is valid by Camunda's schema, and by the lint rules of element-template-generator.",
    remedy: 'npx element-template-generator generate tells the place; correct the definition there.',
    check: each((template, text) => [
      ...validatorFindings(text).map(({ instancePath, message }) => `${instancePath}: ${message}`),
      ...lintIssues(template).map(({ rule, property = '', message }) => `${property}: ${message} (${rule})`),
    ]),
  },
  {
    id: 'template-name',
    rule: `A template's name is in sentence case and has the brand name "${BRAND}".`,
    remedy: 'Change name in the definition; only the brand has capitals.',
    check: each(nameFindings),
  },
  {
    id: 'keywords',
    rule: 'A template is found by keywords.',
    remedy: 'Give the definition keywords: what people call the task.',
    check: each(({ keywords = [] }) => (keywords.length >= 3 ? [] : [`${keywords.length} keywords`])),
  },
  {
    id: 'icon-size',
    rule: `A template's icon is an SVG of at most ${MAX_ICON_BYTES} bytes.`,
    remedy: 'Draw templates/icon.svg simpler, then npm run generate.',
    check: each(iconFindings),
  },
  {
    id: 'group-size',
    rule: `A group shows at most ${MAX_GROUP_FIELDS} fields at once.`,
    remedy: 'Split the group in the definition.',
    check: each((template) =>
      (template.groups ?? []).flatMap(({ id }) => {
        const fields = shownAtOnce(template, id);
        return fields <= MAX_GROUP_FIELDS ? [] : [`the group ${id} shows ${fields} fields`];
      }),
    ),
  },
  {
    id: 'required-fields',
    rule: 'What a job cannot do without is notEmpty.',
    remedy: 'Give the property constraints: { notEmpty: true }, or optional: true.',
    check: each((template) =>
      visible(template)
        .filter(({ type, optional, value, constraints, binding }) => {
          const mayBeEmpty = optional === true || value !== undefined || type === 'Boolean' || type === 'Dropdown';
          return binding.type === 'zeebe:input' && !mayBeEmpty && constraints?.notEmpty !== true;
        })
        .map(({ id = '' }) => `${id} may stay empty`),
    ),
  },
  {
    id: 'messages',
    rule: 'The message of a pattern says what to write.',
    remedy: 'Begin it with "must", and say what fits, best by an example.',
    check: each((template) =>
      visible(template).flatMap(({ id = '', constraints }) => {
        const pattern = constraints?.pattern;
        if (pattern === undefined || /^must .{10}/.test(pattern.message ?? '')) return [];
        return [`${id}: "${pattern.message ?? ''}"`];
      }),
    ),
  },
  {
    id: 'secret-default',
    rule: 'No template has a secret inside.',
    remedy: 'Drop the value; a placeholder may name one as {{secrets.NAME}}.',
    check: each((template) =>
      (template.properties ?? []).flatMap(({ id = '', secret, value, placeholder }) =>
        secret === true
          ? [value, placeholder]
              .filter((text) => isFilledIn(text) && !/^\{\{secrets\.[A-Z0-9_]+\}\}$/.test(String(text)))
              .map(() => `${id} is secret and has a value`)
          : [],
      ),
    ),
  },
  {
    id: 'plain-http',
    rule: 'Nothing is sent over plain http: no default, choice or example of a template names such an address.',
    remedy: 'Write https://.',
    check: each((template) =>
      (template.properties ?? []).flatMap(({ id = '', value, placeholder, choices = [] }) =>
        [value, placeholder, ...choices.map((choice) => choice.value)]
          .filter((text) => /http:\/\//.test(String(text)))
          .map((text) => `${id}: ${String(text)}`),
      ),
    ),
  },
  {
    id: 'documentation',
    rule: 'documentationRef leads to our own reference page.',
    remedy: 'Fill in publisher.json; the release of a new template version writes the address.',
    check: (assets) =>
      templatesOf(assets).flatMap(({ archive, path, template }) => {
        const address = template.documentationRef ?? '';
        if (address.startsWith('https://') && address.endsWith('/templates/send-event.md') && !address.includes(UNSAID))
          return [];
        return [{ ...finding(archive, path, `leads to ${address || 'nothing'}`), person: true }];
      }),
  },
  {
    id: 'engines',
    rule: 'engines.camunda of the newest template is what the worker talks to.',
    remedy: "Correct engines in the definition, or the row Camunda in the worker's README.",
    check: (assets) => {
      const oldest = oldestCamunda(assets);
      const archive = archiveOf(assets, STEMS.worker, 'tgz').name;
      if (oldest === undefined) return [finding(archive, 'README.md', 'no row that says from which Camunda on')];
      return templatesOf(assets)
        .filter(({ path }) => !path.startsWith('versioned/'))
        .flatMap(({ archive: zip, path, template }) => {
          const range = template.engines?.camunda ?? '';
          return unless(range === `^${oldest}`, zip, path, `engines.camunda "${range}", the worker ${oldest} or newer`);
        });
    },
  },
];
