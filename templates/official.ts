/** What is known of Camunda's own template; a test compares it with the template itself, every version. */
// https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/
export const OFFICIAL_TEMPLATE: OfficialTemplate = {
  // The hybrid one is the same, with a job type of the user's own.
  ids: ['io.camunda.connectors.AWSEventBridge.v1', 'io.camunda.connectors.AWSEventBridge.v1-hybrid'],
  jobType: 'io.camunda:aws-eventbridge:1',
  credential: { input: 'awsCredential', sinceVersion: 7, withoutEndpointSince: 9 },
};

export interface OfficialTemplate {
  /** The first is the usual one. */
  readonly ids: readonly [string, ...string[]];
  /** What its connector asks for; the hybrid template leaves it open. */
  readonly jobType: string;
  /** How a task chooses a credential saved on the cluster. */
  readonly credential: {
    readonly input: string;
    /** First version that has it. */
    readonly sinceVersion: number;
    /** First version whose tasks write no endpoint, and a region only where they override that of the credential. */
    readonly withoutEndpointSince: number;
  };
}
