import { RULE_PAGE } from './pages.generated.ts';

/** Address of a rule's page. */
export function documentationUrl(ruleId: string): string {
  return RULE_PAGE.replace('{rule}', ruleId);
}
