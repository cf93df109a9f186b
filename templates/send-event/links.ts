/** Pages that descriptions and the reference page link to. */
export const API = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html';
export const STS_API = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html';
export const EVENTS_GUIDE = 'https://docs.aws.amazon.com/eventbridge/latest/userguide';
export const IAM_GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
export const CAMUNDA_SECRETS = 'https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets';

/** A link as descriptions of element templates may hold it. */
export function link(address: string, words: string): string {
  return `<a href="${address}" target="_blank">${words}</a>`;
}

/** What every field for a credential says. */
export function useSecret(name: string): string {
  return `Use a secret, such as {{secrets.${name}}}: never write it down here.`;
}
