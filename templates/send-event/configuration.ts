import { REGION_PATTERN } from '@eventbridge-kit/eventbridge';
import { input, orSecret, string } from 'element-template-generator';
import { link } from './links.ts';

/** Where the event goes. */
export const configuration = {
  'configuration.region': string({
    label: 'Region',
    description: `Code of the AWS region that holds the event bus. ${link('https://docs.aws.amazon.com/general/latest/gr/ev.html', 'List of regions')}`,
    placeholder: 'For example eu-central-1',
    feel: 'optional',
    constraints: {
      notEmpty: true,
      pattern: { value: orSecret(REGION_PATTERN), message: 'must be the code of an AWS region, such as eu-central-1' },
    },
    group: 'configuration',
    binding: input('configuration.region'),
    reference: {
      accepts: 'code of an AWS region',
      limits: [
        { text: 'the regions that have EventBridge', source: 'https://docs.aws.amazon.com/general/latest/gr/ev.html' },
      ],
      example: 'eu-central-1',
    },
  }),
};
