import { compile } from 'json-schema-to-typescript';
import type { TemplateSpec } from '../definition/template.ts';
import type { JsonObject } from '../job-input/index.ts';
import { SCHEMA_COMMENT, jobSchema } from '../job-schema/job-schema.ts';
import type { Output } from './output.ts';

/**
 * The types of a schema that `jobSchema` gave: `Job`, `JobVariables`, `JobHeaders`.
 *
 * @param options format: false leaves the layout as it comes, which takes a tenth of the time
 */
export function jobTypes(schema: JsonObject, { format = true } = {}): Promise<string> {
  return compile(schema, 'Job', {
    // Types say what the template writes; a job may carry more, which is not its business.
    additionalProperties: false,
    format,
    // No directive for ESLint: where there is nothing to disable, it warns of one.
    bannerComment: `/* ${SCHEMA_COMMENT} */`,
    style: { printWidth: 120, singleQuote: true },
  });
}

/** @param stem absolute path of the outputs without their endings */
export async function typesOutputs(template: TemplateSpec, stem: string): Promise<readonly Output[]> {
  const schema = jobSchema(template);
  return [
    { path: `${stem}.job.schema.json`, text: `${JSON.stringify(schema, null, 2)}\n` },
    { path: `${stem}.job.d.ts`, text: await jobTypes(schema) },
  ];
}
