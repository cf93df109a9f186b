import { AwsError } from '../aws/aws-error.ts';

/** Items of a list when the caller names no limit. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html
const DEFAULT_LIMIT = 100;

/** One page of a list. The token is opaque to clients; here it is the place of the next item. */
export function page<Item>(
  all: readonly Item[],
  limit = DEFAULT_LIMIT,
  token?: string,
): { items: Item[]; nextToken?: string } {
  const start = token === undefined ? 0 : decode(token);
  const end = start + limit;
  return { items: all.slice(start, end), ...(end < all.length && { nextToken: encode(end) }) };
}

function encode(place: number): string {
  return Buffer.from(`page:${place}`).toString('base64url');
}

function decode(token: string): number {
  const place = /^page:([0-9]{1,9})$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (place === undefined) throw new AwsError('ValidationException', 'NextToken is not valid.');
  return Number(place);
}
