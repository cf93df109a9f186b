import { message } from '@eventbridge-kit/issue';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'template-outdated',
  title: 'Outdated template',
  severity: 'info',
  scope: 'task',
  check({ template, family }) {
    const newest = family.templateVersion;
    if (newest === undefined || template?.version === undefined || template.version >= newest) return [];
    return [
      {
        message: message({
          wrong: 'The task uses an older version of the template',
          found: `version ${template.version}`,
          instead: `Upgrade to version ${newest}: all values are kept.`,
        }),
        fix: {
          title: `Upgrade to version ${newest}`,
          edits: [{ kind: 'apply-template', templateId: template.id, version: newest }],
        },
      },
    ];
  },
});
