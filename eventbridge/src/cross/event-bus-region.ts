import { isBlank, type Issue, quote } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';
import type { ConnectionInput, EventInput } from '../event-input.ts';
import { parseEventBusArn, type EventBusArn } from '../fields/event-bus-name.ts';
import { partitionOf, suggestRegion } from '../fields/regions.ts';

/** A bus ARN must name the region that is called (a global endpoint chooses its own), and the partition of its region. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
export function checkEventBusRegion(input: EventInput, connection: ConnectionInput): Issue[] {
  const arn = parseEventBusArn(input.eventBusName);
  if (!arn) return [];
  const issues: Issue[] = [];
  if (connection.endpointId === undefined && !isBlank(connection.region) && arn.region !== connection.region) {
    issues.push(otherRegion(arn, input.eventBusName, connection.region));
  }
  const partition = partitionOf(arn.region);
  if (partition !== undefined && partition !== arn.partition) {
    issues.push(
      eventIssue({
        rule: 'event-bus-partition',
        field: 'input.eventBusName',
        wrong: `The ARN's partition is not that of its region ${arn.region}`,
        found: quote(arn.partition),
        instead: `Write "arn:${partition}:...".`,
        fix: {
          title: `Replace with arn:${partition}`,
          value: input.eventBusName.replace(/^arn:[^:]*/, `arn:${partition}`),
        },
      }),
    );
  }
  return issues;
}

/** The one of the two that is wrong: a region in the ARN that is only mistyped is nothing to write elsewhere. */
function otherRegion({ region }: EventBusArn, arn: string, called: string): Issue {
  const meant = suggestRegion(region);
  if (meant !== undefined) {
    return eventIssue({
      rule: 'event-bus-arn-region',
      field: 'input.eventBusName',
      wrong: 'The ARN names a region that this version does not know, and not the one that is called',
      found: quote(region),
      instead: `Did you mean ${quote(meant)}?`,
      fix: { title: `Replace with ${meant}`, value: arn.replace(`:${region}:`, `:${meant}:`) },
    });
  }
  return eventIssue({
    rule: 'event-bus-region',
    field: 'configuration.region',
    wrong: "The region is not that of the event bus's ARN",
    found: `${quote(called)} here and ${quote(region)} in the ARN`,
    instead: `Write ${quote(region)}, or the ARN of a bus in ${quote(called)}.`,
    fix: { title: `Replace with ${region}`, value: region },
  });
}
