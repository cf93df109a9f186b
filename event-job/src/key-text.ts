import type { Issue } from '@eventbridge-kit/issue';
import type { SendIdentity } from './sender.ts';

/** The keys of AWS credentials, however they came. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Each key with the name of its field in a task. */
const FIELDS = { accessKeyId: 'accessKey', secretAccessKey: 'secretKey', sessionToken: 'sessionToken' } as const;

const NAMES = { accessKeyId: 'access key', secretAccessKey: 'secret key', sessionToken: 'session token' } as const;

/** What cannot be part of a key, with its name; the most helpful first. */
// Keys are letters, digits and signs of base64: https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html
// and https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html; headers take no other text either.
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/[\r\n\u2028\u2029\u0085]/, 'a line break'],
  [/\t/, 'a tab'],
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  [/[\u0000-\u001f\u007f-\u009f]/, 'a control character'],
  [/^\s+|\s+$/, 'a blank at its start or end'],
  [/\s/, 'a blank'],
  [/\{\{|\}\}/, 'braces of a placeholder that is not whole'],
  [/[^\u0021-\u007e]/, 'a character that is no ASCII'],
];

/** A text with none of these, as nearly every key is: one look in place of seven. */
const PLAIN = /^(?:(?!\{\{|\}\})[\u0021-\u007e])*$/;

/** What a text has that no key can have, in words that do not repeat it; undefined: nothing. */
function foreignIn(text: string): string | undefined {
  if (PLAIN.test(text)) return undefined;
  return FOREIGN.find(([pattern]) => pattern.test(text))?.[1];
}

/** What is wrong with the keys of a task, by field. The key itself is never shown. */
export function checkKeys({ credentials }: SendIdentity): Issue[] {
  if (credentials.type !== 'static') return [];
  return foreignKeys(credentials).map(({ key, name, found }) => ({
    rule: 'key-characters',
    severity: 'error',
    field: `authentication.${FIELDS[key]}`,
    message:
      `The ${name} has a character that no key has: found ${found}. ` +
      'Correct the secret, or the field, so that it has the key alone.',
  }));
}

/** The keys that cannot be keys, and why. */
export function foreignKeys(keys: Keys): { readonly key: keyof Keys; readonly name: string; readonly found: string }[] {
  return (['accessKeyId', 'secretAccessKey', 'sessionToken'] as const).flatMap((key) => {
    const found = foreignIn(keys[key] ?? '');
    return found === undefined ? [] : [{ key, name: NAMES[key], found }];
  });
}
