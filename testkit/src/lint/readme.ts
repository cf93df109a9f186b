import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import type { PackedProject } from './packed.ts';
import { between } from './pages.ts';

const room = new URL('../../../lint/', import.meta.url);

/** What the README shows, by the name in its marks: each the true output of the packed package. */
const OUTPUTS: Readonly<Record<string, (project: PackedProject) => Promise<string>>> = {
  text: async (project) => block('text', (await lint(project, 'broken.bpmn')).stdout),
  sarif: async (project) =>
    block('json', firstResult((await lint(project, '--format', 'sarif', 'broken.bpmn')).stdout)),
  bpmnlint: async (project) => {
    const { stdout } = await project.run('bpmnlint', 'bpmnlint', ['broken.bpmn']);
    return block('text', stdout.replaceAll(`${project.folder}/`, '').replace(/ +$/gm, '').trim());
  },
  help: async (project) => block('text', (await lint(project, '--help')).stdout),
};

/** The README with the outputs of a packed package as they are now. */
export async function withOutputs(readme: string, project: PackedProject): Promise<string> {
  copyFileSync(fileURLToPath(new URL('examples/broken.bpmn', room)), join(project.folder, 'broken.bpmn'));
  writeFileSync(join(project.folder, '.bpmnlintrc'), readFileSync(new URL('examples/.bpmnlintrc', room)));
  let page = readme;
  for (const [name, output] of Object.entries(OUTPUTS)) {
    const start = `<!-- output:${name}, made by \`npm run generate\` -->`;
    page = between(page, start, `<!-- output:${name}-end -->`, `\n${await output(project)}\n`);
  }
  return page;
}

function lint(project: PackedProject, ...args: string[]): ReturnType<PackedProject['run']> {
  return project.run('bpmnlint-plugin-eventbridge', 'eventbridge-lint', args);
}

function block(language: string, content: string): string {
  return `\`\`\`${language}\n${content.trim()}\n\`\`\``;
}

/** The whole log is long: the first of the results says enough. */
function firstResult(sarif: string): string {
  const [run] = (JSON.parse(sarif) as Log).runs; // the format's own type
  return JSON.stringify(run?.results?.[0], null, 2);
}
