import { isBlank, type Issue, quote, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';
import { isKnownRegion, suggestRegion } from './regions.ts';

const FIELD = 'configuration.region';

/** The form of a region's code, new regions included. */
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
export const REGION_PATTERN = String.raw`^[a-z]{2,4}(-[a-z]{2,4})?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-[0-9]{1,2}$`;

const REGION = new RegExp(REGION_PATTERN);

/**
 * A region's code. One that has the form but is not in the table is a warning, because AWS opens regions faster than
 * tables follow; anything else is an error.
 */
export function checkRegion(value: string): Issue[] {
  if (isBlank(value)) {
    return [
      eventIssue({
        rule: 'region-required',
        field: FIELD,
        wrong: 'Region is required',
        found: foundBlank(value),
        instead: 'Write the AWS region of the event bus, for example "eu-central-1".',
      }),
    ];
  }
  if (isKnownRegion(value)) return [];
  const suggestion = suggestRegion(value);
  const wellFormed = REGION.test(value);
  return [
    eventIssue({
      rule: wellFormed ? 'region-unknown' : 'region-format',
      field: FIELD,
      wrong: wellFormed ? 'The region is not one this version knows' : 'This is not an AWS region',
      found: quote(value),
      instead:
        suggestion === undefined ? 'Write a region code, for example "eu-central-1".' : `Did you mean "${suggestion}"?`,
      ...(suggestion !== undefined && { fix: { title: `Replace with ${suggestion}`, value: suggestion } }),
    }),
  ];
}
