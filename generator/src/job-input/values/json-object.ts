import { type JsonObject, isJsonObject, parseJson } from '@eventbridge-kit/issue';
import { type JobValue, type ReadResult, ok, wrongType } from './job-value.ts';

/** A FEEL context, or JSON text of an object; the text is parsed. */
export function jsonObject(): JobValue<JsonObject> {
  const expects = 'a FEEL context, or JSON text of an object';
  return {
    expects,
    schema: { $ref: '#/definitions/JsonObject' },
    read: (value): ReadResult<JsonObject> => {
      const object = typeof value === 'string' ? parseJson(value) : value;
      return isJsonObject(object)
        ? ok(object)
        : wrongType(expects, 'write a FEEL context such as = { orderId: 7 }, or the JSON text of an object');
    },
  };
}

/** A FEEL context, or any text: for a worker that reads the text itself. */
export function jsonObjectOrText(): JobValue<JsonObject | string> {
  return {
    expects: 'a FEEL context, or JSON text of an object',
    schema: { anyOf: [{ $ref: '#/definitions/JsonObject' }, { type: 'string' }] },
    read: (value): ReadResult<JsonObject | string> =>
      isJsonObject(value) || typeof value === 'string'
        ? ok(value)
        : wrongType(
            'a FEEL context, or JSON text of an object',
            'write a FEEL context such as = { orderId: 7 }, or the JSON text of an object',
          ),
  };
}
