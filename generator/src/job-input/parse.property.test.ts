import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeJob, notify } from '../../test/example.ts';
import { parseJobInput } from './index.ts';

/** Any JSON, and objects whose members carry the names that the definition reads. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.record(
    {
      authentication: fc.oneof(
        fc.jsonValue(),
        fc.record(
          { type: fc.oneof(fc.constantFrom('token', 'none', '', null), fc.jsonValue()), token: fc.jsonValue() },
          { requiredKeys: [] },
        ),
      ),
      message: fc.oneof(
        fc.jsonValue(),
        fc.record(
          {
            subject: fc.oneof(fc.string(), fc.jsonValue()),
            recipients: fc.oneof(fc.array(fc.string()), fc.json(), fc.jsonValue()),
            data: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.json(), fc.jsonValue()),
            priority: fc.oneof(fc.double(), fc.jsonValue()),
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: [] },
  ),
);

const SECRET = 'Xq7-very-secret-Zw9';

describe('parseJobInput, whatever the variables hold', () => {
  it('never throws, and gives either the input or at least one issue', () => {
    fc.assert(
      fc.property(anything, (variables) => {
        const result = parseJobInput(notify, variables);
        return result.ok || result.issues.length > 0;
      }),
    );
  });

  it('gives what the type promises', () => {
    fc.assert(
      fc.property(anything, (variables) => {
        const result = parseJobInput(notify, variables);
        if (!result.ok) return;
        const { authentication, message } = result.input;
        expect(['token', 'none']).toContain(authentication.type);
        expect(typeof authentication.token).toBe(authentication.type === 'token' ? 'string' : 'undefined');
        expect(message.subject.trim()).not.toBe('');
        expect(message.recipients.every((recipient) => typeof recipient === 'string')).toBe(true);
        expect(['undefined', 'object']).toContain(typeof message.data);
        expect(['undefined', 'number']).toContain(typeof message.priority);
      }),
    );
  });

  it('reads its own result as itself', () => {
    fc.assert(
      fc.property(anything, (variables) => {
        const first = parseJobInput(notify, variables);
        if (first.ok) expect(parseJobInput(notify, first.input)).toEqual(first);
      }),
    );
  });

  it('names a field and says something of each issue, short and without secrets', () => {
    const withSecret = fc.record({
      authentication: fc.record({
        type: fc.constant('token'),
        token: fc.oneof(fc.constant([SECRET]), fc.constant({ a: SECRET })),
      }),
      message: fc.jsonValue(),
    });
    fc.assert(
      fc.property(withSecret, (variables) => {
        const result = parseJobInput(notify, variables);
        if (result.ok) throw new Error('a token that is no text was taken');
        for (const issue of result.issues) {
          expect(issue.field).not.toBe('');
          expect(issue.message.length).toBeLessThan(400);
          expect(issue.message).not.toContain(SECRET);
        }
      }),
    );
  });

  it('leaves the variables alone', () => {
    fc.assert(
      fc.property(anything, (variables) => {
        const before = JSON.stringify(variables);
        parseJobInput(notify, variables);
        expect(JSON.stringify(variables)).toBe(before);
      }),
    );
  });
});

describe('the example of the README', () => {
  it('describes a job', () => {
    const message = { subject: 'Hello', recipients: ['a', 'b'] };
    expect(describeJob({ authentication: { type: 'token', token: 'abc' }, message })).toBe(
      'to a, b, with a token of 3',
    );
    expect(describeJob({ message })).toBe('to a, b, openly');
    expect(describeJob({ message: { recipients: [] } })).toBe(
      'message.subject: Subject is required. Write in message.subject: one line of text, for example Your order has shipped.',
    );
  });
});
