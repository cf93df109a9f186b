// Made by `npm run generate` from publisher.json and the version; a test fails when it is stale.

/** Address of a rule's page, with {rule} for its id. */
export const RULE_PAGE = 'https://unpkg.com/bpmnlint-plugin-eventbridge@0.1.0/dist/docs/{rule}.html';
