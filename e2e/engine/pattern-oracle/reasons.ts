import type { PatternAnswer, PatternCase } from './ruler.ts';

/** A case with both answers. */
export interface ComparedCase extends PatternCase {
  readonly theirs: PatternAnswer;
  readonly ours: PatternAnswer;
  /** Why ours refuses the pattern. */
  readonly message: string;
}

/** A difference that is meant. */
export interface Reason {
  readonly why: string;
  covers(one: ComparedCase): boolean;
}

export const REASONS: readonly Reason[] = [
  {
    why: 'EventBridge documents 15 digits for the numbers of operators; the library takes more where a double holds them',
    covers: ({ ours, message }) => ours === 'refused' && message.startsWith('Cannot compare number'),
  },
  {
    why: 'EventBridge documents +-5 billion for "numeric"; the library takes any double since 2.0',
    covers: ({ ours, message }) => ours === 'refused' && message.includes('must be within +-5 billion'),
  },
  {
    why: 'The library takes each half of a character beyond U+FFFF for "?" where it ignores the case',
    covers: ({ pattern, message }) => message === '' && /equals-ignore-case[^}]*[\u{10000}-\u{10ffff}]/u.test(pattern),
  },
  {
    why: "The library looks for an address's digits in numbers too: 123456789012 lies in ::/0",
    covers: ({ pattern, event, ours, theirs }) =>
      ours === 'false' && theirs === 'true' && /cidr|[0-9]\.[0-9]|::/.test(pattern) && /[0-9]/.test(event),
  },
  {
    why: 'The library may count the same wildcard again for each combination of $or and each time it is written',
    covers: ({ pattern, ours, theirs }) =>
      ours !== 'refused' && theirs === 'complex' && (pattern.includes('$or') || pattern.split('"wildcard"').length > 2),
  },
  {
    why: 'The library forgets the text at the head of a list when a numeric range and another match type follow',
    covers: ({ pattern, ours, theirs }) =>
      ours === 'true' && theirs === 'false' && /\["(?:[^"\\]|\\.)*",[^\]]*\{"numeric"/.test(pattern),
  },
  {
    why: 'EventBridge takes patterns of 4096 characters and 1000 combinations of $or; the library has no such limits',
    covers: ({ message }) => /too long|too many combinations/.test(message),
  },
];
