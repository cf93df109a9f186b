import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The task says that it brings its own credentials, and has no access key or no secret key.',
  why: 'The worker has nothing to sign the call with: the job becomes an incident.',
  source:
    'https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/#aws-authentication-types',
  remedy: 'Write references to secrets, or choose the default credentials chain.',
  invalid: [
    {
      name: 'no access key',
      task: { inputs: { 'authentication.accessKey': '' } },
      finds: [{ field: 'authentication.accessKey', fix: 'Use {{secrets.AWS_ACCESS_KEY}}' }],
    },
    {
      name: 'neither of the two',
      task: { inputs: { 'authentication.accessKey': null, 'authentication.secretKey': null } },
      finds: [{ field: 'authentication.accessKey' }, { field: 'authentication.secretKey' }],
    },
    {
      name: 'no authentication type counts as credentials',
      task: { ...official, inputs: { 'authentication.type': null, 'authentication.secretKey': '=""' } },
      finds: [{ field: 'authentication.secretKey' }],
    },
  ],
  valid: [
    { name: 'secrets', task: {} },
    {
      name: 'the default credentials chain',
      task: {
        inputs: {
          'authentication.type': 'defaultCredentialsChain',
          'authentication.accessKey': null,
          'authentication.secretKey': null,
        },
      },
    },
    {
      name: 'a type that is not known',
      task: {
        inputs: { 'authentication.type': '=auth', 'authentication.accessKey': null, 'authentication.secretKey': null },
      },
    },
    {
      name: 'a reusable credential',
      task: {
        ...official,
        inputs: { awsCredential: '=c', 'authentication.accessKey': null, 'authentication.secretKey': null },
      },
    },
  ],
};
