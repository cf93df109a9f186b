import { configs } from './bpmnlint/configs.ts';
import { RULES } from './rules/index.ts';

export { configs } from './bpmnlint/configs.ts';

/** Where bpmnlint finds each rule: the package's door of that name. */
export const rules: Readonly<Record<string, string>> = Object.fromEntries(
  RULES.map(({ id }) => [id, `bpmnlint-plugin-eventbridge/rules/${id}`]),
);

/** bpmnlint loads a plugin with `require`, which gives a module's default where it has one. */
export default { rules, configs };
