import { defineFault } from '../fault.ts';
import { text } from '../option.ts';

export const denyFault = defineFault({
  name: 'deny',
  summary: 'a call is refused for a missing permission, with the text that names who, what and where',
  counts: 'calls',
  defaultTimes: Number.POSITIVE_INFINITY,
  options: {
    service: text('a service prefix', 'events', 'the prefix of the IAM action that is missing'),
    resource: text('a bus or role', '', 'only calls about it, one entry is enough; default all'),
  },
  build: ({ service, resource }) => ({
    before(exchange) {
      const arn = exchange.resourceArns.find((one) => resource === '' || one.endsWith(`/${resource}`));
      if (arn === undefined) return false;
      const action = `${service}:${exchange.operation}`;
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
      const message = `User: ${exchange.principalArn} is not authorized to perform: ${action} on resource: ${arn} because no identity-based policy allows the ${action} action`;
      exchange.fail('AccessDeniedException', message, 400);
      return true;
    },
  }),
});
