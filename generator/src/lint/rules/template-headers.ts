import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** Headers that name another template or version than the one they stand in. */
export const templateHeadersRule: LintRule = {
  id: 'template-headers',
  check: (template) => {
    const expected: Readonly<Record<string, string>> = {
      elementTemplateId: template.id,
      ...(template.version !== undefined && { elementTemplateVersion: String(template.version) }),
    };
    return propertiesOf(template).flatMap(([id, { binding, value }]) => {
      const right = binding.type === 'zeebe:taskHeader' ? expected[binding.key] : undefined;
      return right === undefined || value === right
        ? []
        : [
            error(
              `it says "${String(value)}", but the template says "${right}"; use templateHeaders(...)`,
              id,
              'value',
            ),
          ];
    });
  },
};
