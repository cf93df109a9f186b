import { type Json, parseJson } from '@eventbridge-kit/issue';
import { type JobValue, type ReadResult, ok, wrongType } from './job-value.ts';

/**
 * A list: a FEEL list, or JSON text of a list (a field without FEEL holds nothing but text).
 *
 * @param item reads each member
 */
export function listOf<T>(item: JobValue<T>): JobValue<readonly T[]> {
  const expects = `a list, each member ${item.expects}`;
  const instead = 'write a FEEL list such as = ["a", "b"], or its JSON text';
  return {
    expects,
    schema: { type: 'array', items: item.schema ?? { $ref: '#/definitions/Json' } },
    read: (value): ReadResult<readonly T[]> => {
      const list: Json | undefined = typeof value === 'string' ? parseJson(value) : value;
      if (!Array.isArray(list)) return wrongType(expects, instead);
      const members: T[] = [];
      for (const [index, member] of list.entries()) {
        const result = item.read(member);
        if (!result.ok) {
          return { ...result, wrong: `has a wrong member at position ${index + 1}: it ${result.wrong}`, found: member };
        }
        members.push(result.value);
      }
      return ok(members);
    },
  };
}
