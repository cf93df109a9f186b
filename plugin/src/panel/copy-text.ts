import { hideKeyShapes, type NamedPlace } from '@eventbridge-kit/event-job';
import type { JsonObject } from '@eventbridge-kit/issue';

/** The entry as a text of its own. What looks like a key of AWS is left out. */
export function jsonText(entry: JsonObject): string {
  return hideKeyShapes(JSON.stringify(entry, null, 2));
}

/** The command that sends the entry from a shell, with whatever credentials that has. */
// https://docs.aws.amazon.com/cli/latest/reference/events/put-events.html
export function awsCliText(entry: JsonObject, { region, endpoint }: NamedPlace): string {
  const options = [
    ...(region === undefined ? [] : ['--region', quoted(region)]),
    ...(endpoint === undefined ? [] : ['--endpoint-url', quoted(endpoint)]),
    '--entries',
    quoted(JSON.stringify([entry])),
  ];
  return hideKeyShapes(`aws events put-events ${options.join(' ')}`);
}

/** One word of a POSIX shell, whatever it holds. */
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
