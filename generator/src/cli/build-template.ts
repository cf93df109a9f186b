import type { TemplateSpec } from '../definition/template.ts';
import { templateJson } from '../emit/template.ts';
import { lintTemplate } from '../lint/lint-template.ts';
import { referencePage } from '../page/reference-page.ts';
import { readIcon } from './icon.ts';
import type { Output } from './output.ts';
import type { Placed } from './problem.ts';
import { lintTools } from './tools.ts';
import { validateJson } from './validate.ts';

/**
 * The template's JSON and its reference page, and everything that is wrong with it.
 *
 * @param definitionPath absolute path of the definition's file
 * @param stem absolute path of the outputs without their endings
 */
export async function buildTemplate(
  template: TemplateSpec,
  definitionPath: string,
  stem: string,
): Promise<{ readonly outputs: readonly Output[]; readonly problems: readonly Placed[] }> {
  const icon = await readIcon(template, definitionPath);
  if (icon !== undefined && 'problem' in icon) {
    const problem: Placed = { severity: 'error', path: ['icon'], message: icon.problem };
    return { outputs: [], problems: [...lintTemplate(template, lintTools), problem] };
  }
  const findings = lintTemplate(template, { ...lintTools, ...(icon !== undefined && { iconBytes: icon.bytes }) });
  const json = templateJson(template, icon === undefined ? {} : { iconContents: icon.contents });
  const schema = validateJson(json, Object.keys(template.properties));
  return {
    outputs: [
      { path: `${stem}.json`, text: json },
      { path: `${stem}.md`, text: referencePage(template) },
    ],
    problems: [...findings, ...schema.map((one): Placed => ({ rule: 'schema', severity: 'error', ...one }))],
  };
}
