import { describe, expect, it } from 'vitest';
import answers from '../../test/event-ruler-answers.json' with { type: 'json' };
import { parseEventPattern, parseMatchableEvent } from './event-pattern.ts';

describe("AWS's own matcher and ours", () => {
  it('agree on some hundred patterns and events, refused patterns among them', () => {
    for (const [pattern = '', event = '', theirs = ''] of answers) {
      const [parsed, read] = [parseEventPattern(pattern), parseMatchableEvent(event)];
      const ours = parsed.ok ? String(read.ok && parsed.pattern.matches(read.event)) : refusal(parsed.message);
      expect([pattern, event, ours]).toEqual([pattern, event, theirs]);
    }
    expect(new Set(answers.map(([, , answer]) => answer))).toEqual(new Set(['true', 'false', 'refused', 'complex']));
  });
});

function refusal(message: string): string {
  return message.startsWith('Rule is too complex') ? 'complex' : 'refused';
}
