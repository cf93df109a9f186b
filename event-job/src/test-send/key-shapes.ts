import { mapJson } from '@eventbridge-kit/connector';
import type { Json } from '@eventbridge-kit/issue';

/** The id of an access key, long-lived or temporary. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
const ACCESS_KEY_ID = /(?:AKIA|ASIA)[A-Z0-9]{16}/g;

/** 40 signs of base64 with letters of both cases and a digit: what a secret key looks like. A hexadecimal digest is none. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
const SECRET_KEY =
  /(?<![A-Za-z0-9+/=])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g;

/** The token of temporary credentials: base64 with one of the starts that STS gives it. */
// https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html
const SESSION_TOKEN = /\b(?:IQoJ|FwoG|FQoG)[A-Za-z0-9+/=]{80,}/g;

const HIDDEN = '***';

/** The text without what looks like a key of AWS, wherever it came from. */
export function hideKeyShapes(text: string): string {
  // nearly every text is shorter than the shortest of them
  if (text.length < 20) return text;
  return [SESSION_TOKEN, ACCESS_KEY_ID, SECRET_KEY].reduce((hidden, shape) => hidden.replace(shape, HIDDEN), text);
}

/** The same for every text and every name of a value. */
export function hideKeyShapesIn<Value>(value: Value): Value {
  const leaf = (item: string | number | boolean | null): Json =>
    typeof item === 'string' ? hideKeyShapes(item) : item;
  return mapJson(value as Json, { leaf, key: hideKeyShapes }) as Value; // the same shape, texts for texts
}
