import { endpointHost, isKnownRegion } from '@eventbridge-kit/eventbridge';
import { message, quote } from '@eventbridge-kit/issue';
import { knownText, valueOf } from '../model/value.ts';
import { setValue } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

// https://docs.aws.amazon.com/general/latest/gr/ev.html and https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
const AWS_HOST = /(?:^|\.)events(?:-fips)?\.([a-z0-9-]+)\.(?:vpce\.)?amazonaws\.com(?:\.cn)?$/i;

export const rule = defineRule({
  id: 'endpoint-region',
  title: 'The endpoint is in another region',
  severity: 'error',
  scope: 'task',
  check(task) {
    const endpoint = knownText(valueOf(task, 'configuration.endpoint')) ?? '';
    const region = valueOf(task, 'configuration.region');
    const ofEndpoint = AWS_HOST.exec(endpointHost(endpoint) ?? '')?.[1]?.toLowerCase();
    const ofField = knownText(region);
    if (ofEndpoint === undefined || !isKnownRegion(ofEndpoint)) return [];
    if (region.kind !== 'known' || ofField === undefined || !isKnownRegion(ofField) || ofField === ofEndpoint)
      return [];
    return [
      {
        message: message({
          wrong: "The region is not the endpoint's, so AWS refuses the signature",
          found: `${quote(ofField)} here and ${quote(ofEndpoint)} in the endpoint`,
          instead: `Write ${quote(ofEndpoint)}, or an endpoint in ${quote(ofField)}.`,
        }),
        at: region.field,
        fix: setValue(`Replace with ${ofEndpoint}`, region.field, ofEndpoint),
      },
    ];
  },
});
