import sendEvent from '@eventbridge-kit/templates/send-event.json' with { type: 'json' };
import { isRecord, quote, thrownText } from '@eventbridge-kit/issue';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { EngineVersion } from '../model/engine-version.ts';
import { OFFICIAL, SEND_EVENT } from '../model/families/ids.ts';
import { isFor, type Template } from '../model/template.ts';
import { UsageError } from './lint-process.ts';

/** How this project's own template is named on the command line; anything else is a file. */
const OWN = 'send-event';

/** The template that tasks are changed to. */
export interface ConversionTarget {
  readonly templateId: string;
  /** The newest version for a diagram of this engine; undefined where each needs a newer one. */
  versionFor(engine: EngineVersion | undefined): Template | undefined;
}

/** Reads what `--convert` names: this project's template, or the JSON of Camunda's, which is not ours to pack. */
export async function conversionTarget(name: string, cwd: string): Promise<ConversionTarget> {
  const templates = name === OWN ? [sendEvent as Template] : await readTemplates(name, cwd); // one shape, many literals
  const templateId = templates[0]?.id ?? '';
  const newestFirst = templates.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0));
  return {
    templateId,
    versionFor: (engine) => newestFirst.find((template) => isFor(template, engine)),
  };
}

async function readTemplates(path: string, cwd: string): Promise<readonly Template[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(resolve(cwd, path), 'utf8'));
  } catch (error) {
    throw new UsageError(`--convert ${path} cannot be read: ${thrownText(error)}. Write ${OWN}, or a template's file.`);
  }
  const templates = (Array.isArray(json) ? json : [json]).filter(isTemplate);
  const [id] = [SEND_EVENT, OFFICIAL]
    .map(({ templateIds }) => templateIds[0])
    .filter((one) => templates.some((template) => template.id === one));
  if (id !== undefined) return templates.filter((template) => template.id === id);
  const found = templates[0] === undefined ? 'no element template' : `the template ${quote(templates[0].id)}`;
  throw new UsageError(
    `--convert ${path} is no template of an EventBridge connector: found ${found}. Write ${OWN}, or the file of Camunda's "${OFFICIAL.templateIds[0]}".`,
  );
}

function isTemplate(json: unknown): json is Template {
  return (
    isRecord(json) &&
    typeof json['id'] === 'string' &&
    Array.isArray(json['properties']) &&
    json['properties'].every((property) => isRecord(property) && isRecord(property['binding']))
  );
}
