/** The pages travel in the package, and this address shows what a package holds. */
const PAGES = 'https://unpkg.com/bpmnlint-plugin-eventbridge/dist/docs';

/** Address of a rule's page. */
export function documentationUrl(ruleId: string): string {
  return `${PAGES}/${ruleId}.md`;
}
