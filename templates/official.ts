/** What is known of Camunda's own template; a test compares it with the template itself, every version. */
// https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/
export const OFFICIAL_TEMPLATE: OfficialTemplate = {
  // The hybrid one is the same, with a job type of the user's own.
  ids: ['io.camunda.connectors.AWSEventBridge.v1', 'io.camunda.connectors.AWSEventBridge.v1-hybrid'],
  credential: { input: 'awsCredential', sinceVersion: 7 },
};

export interface OfficialTemplate {
  readonly ids: readonly string[];
  /** The input that chooses a credential saved on the cluster, and the first version that has it. */
  readonly credential: { readonly input: string; readonly sinceVersion: number };
}
