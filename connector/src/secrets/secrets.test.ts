import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import { missingSecretIssues, resolveSecrets, secretNamesOf, type SecretOptions } from './resolve.ts';

const store: Readonly<Record<string, string>> = { KEY: 'AKIA', 'team/aws.secret-1': 'wJalr', LOOP: '{{secrets.KEY}}' };

const everywhere: SecretOptions = { lookup: (name) => store[name], mayResolve: () => true };

function resolveText(text: string, options: SecretOptions = everywhere): unknown {
  return resolveSecrets({ text }, options).variables['text'];
}

describe('secret placeholders', () => {
  it.each([
    ['{{secrets.KEY}}', 'AKIA'],
    ['{{ secrets.KEY }}', 'AKIA'],
    ['{{\n secrets.KEY\t}}', 'AKIA'],
    ['a {{secrets.KEY}} b {{secrets.KEY}}', 'a AKIA b AKIA'],
    ['{{secrets.team/aws.secret-1}}', 'wJalr'],
    ['secrets.KEY', 'AKIA'],
    ['key=secrets.KEY.', 'key=AKIA.'],
    ['{{secrets.LOOP}}', '{{secrets.KEY}}'],
    ['{secrets.}', '{secrets.}'],
    ['{{secret.KEY}}', '{{secret.KEY}}'],
    ['camunda.secrets.KEY', 'camunda.secrets.KEY'],
    ['mysecrets.KEY', 'mysecrets.KEY'],
  ])('%j becomes %j', (text, resolved) => {
    expect(resolveText(text)).toBe(resolved);
  });

  it('are found in lists and nested objects, while keys and other values stay', () => {
    const { variables } = resolveSecrets({ 'secrets.KEY': [{ a: '{{secrets.KEY}}' }, 1, null, true] }, everywhere);
    expect(variables).toEqual({ 'secrets.KEY': [{ a: 'AKIA' }, 1, null, true] });
  });

  it('resolve only at the paths that may carry them', () => {
    const paths: string[] = [];
    const { variables, used } = resolveSecrets(
      { authentication: { accessKey: '{{secrets.KEY}}' }, input: { detail: ['{{secrets.KEY}}'] } },
      {
        ...everywhere,
        mayResolve: (path) => {
          paths.push(path.join('.'));
          return path[0] === 'authentication';
        },
      },
    );
    expect(variables).toEqual({ authentication: { accessKey: 'AKIA' }, input: { detail: ['{{secrets.KEY}}'] } });
    expect(used).toEqual(['AKIA']);
    expect(paths.toSorted()).toEqual(['authentication.accessKey', 'input.detail.0']);
  });

  it('stay literal when a process variable smuggled in a name that the mappings do not write', () => {
    const allowedNames = secretNamesOf([
      { target: 'a', source: '{{secrets.KEY}}' },
      { target: 'b', source: '="x"' },
    ]);
    expect([...allowedNames]).toEqual(['KEY']);
    expect(resolveText('{{secrets.KEY}} {{secrets.LOOP}}', { ...everywhere, allowedNames })).toBe(
      'AKIA {{secrets.LOOP}}',
    );
  });

  it('are looked up once for each name', () => {
    let calls = 0;
    resolveText('{{secrets.KEY}} {{secrets.KEY}}', { ...everywhere, lookup: () => String(calls++) });
    expect(calls).toBe(1);
  });

  it('that are missing stay in the text and are named with their field, once', () => {
    const { variables, missing, used } = resolveSecrets({ a: { b: '{{secrets.NONE}}{{secrets.NONE}}' } }, everywhere);
    expect(variables).toEqual({ a: { b: '{{secrets.NONE}}{{secrets.NONE}}' } });
    expect(missing).toEqual([{ name: 'NONE', field: 'a.b' }]);
    expect(used).toEqual([]);
    expect(missingSecretIssues(missing)).toMatchObject([{ rule: 'secret-missing', field: 'a.b', severity: 'error' }]);
    expect(missingSecretIssues(missing)[0]?.message).toContain('{{secrets.NONE}}');
  });

  it('of an own key __proto__ reach no prototype', () => {
    const { variables } = resolveSecrets(
      JSON.parse('{"__proto__":{"polluted":"{{secrets.KEY}}"}}') as JsonObject,
      everywhere,
    );
    expect(JSON.stringify(variables)).toBe('{"__proto__":{"polluted":"AKIA"}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['an unclosed placeholder', '{{secrets.' + 'a'.repeat(200_000)],
    ['a name of separators', '{{secrets.' + 'a.'.repeat(100_000) + '!'],
    ['spaces after the braces', '{{' + ' '.repeat(200_000) + 'x'],
    ['many openings', '{{secrets.a'.repeat(50_000)],
  ])('of 200,000 characters with %s take linear time', (_name, text) => {
    expect(() => resolveText(text, { ...everywhere, lookup: () => 'x' })).not.toThrow();
  });

  it('leave any other text as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(resolveText(text)).toBe(text);
      }),
    );
  });
});
