/**
 * Completes the build of the lint package: a door for each rule, through which bpmnlint loads it by name, and the
 * rules' pages, which the reports link to. Runs as the last part of its `prepack`.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../lint/src/rules/index.ts';
import { root } from '@eventbridge-kit/testkit/machine/project';

const dist = join(root, 'lint', 'dist');

mkdirSync(join(dist, 'rules'));
for (const { id } of RULES) {
  // bpmnlint requires a rule, and takes what it gets for the rule's function: Node gives `module.exports` where it is.
  const door = `import { commandLineRule } from '../modeler.js';
const rule = commandLineRule('${id}');
export { rule as default, rule as 'module.exports' };
`;
  writeFileSync(join(dist, 'rules', `${id}.js`), door);
}

cpSync(join(root, 'docs', 'rules'), join(dist, 'docs'), { recursive: true });
