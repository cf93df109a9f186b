import { defineFault } from '../fault.ts';
import { text } from '../option.ts';

export const denyFault = defineFault({
  name: 'deny',
  summary: 'a call is refused for a missing permission, with the text that names who, what and where',
  counts: 'calls',
  defaultTimes: Number.POSITIVE_INFINITY,
  options: { service: text('a service prefix', 'events', 'the prefix of the IAM action that is missing') },
  build: ({ service }) => ({
    before(exchange) {
      const action = `${service}:${exchange.operation}`;
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
      const message = `User: ${exchange.principalArn} is not authorized to perform: ${action} on resource: ${exchange.resourceArn} because no identity-based policy allows the ${action} action`;
      exchange.fail('AccessDeniedException', message, 400);
      return true;
    },
  }),
});
