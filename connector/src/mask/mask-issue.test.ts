import { expect, it } from 'vitest';
import { maskIssue } from './mask-issue.ts';
import { createMask } from './mask.ts';

it('an issue tells no secret in field, message or fix', () => {
  const secret = 'wJalrXUtnFEMI';
  const issue = {
    rule: 'a',
    severity: 'error',
    field: `input.detail.${secret}`,
    message: `found "${secret} "`,
    fix: { title: `Replace with ${secret}`, value: secret },
  } as const;
  expect(maskIssue(issue, createMask([secret]))).toEqual({
    rule: 'a',
    severity: 'error',
    field: 'input.detail.***',
    message: 'found "*** "',
    fix: { title: 'Replace with ***', value: '***' },
  });
});
