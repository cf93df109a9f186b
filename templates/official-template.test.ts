import official from '@camunda/connectors-element-templates/src/element-templates/aws-eventbridge-outbound-connector.json' with { type: 'json' };
import { parseJobInput } from 'element-template-generator/job-input';
import { describe, expect, it } from 'vitest';
import { OFFICIAL_TEMPLATE, sendEvent } from './index.ts';

interface Properties {
  readonly properties: readonly { readonly binding: { readonly type: string; readonly name?: string } }[];
}

function inputNames({ properties }: Properties): Set<string> {
  return new Set(
    properties.flatMap(({ binding }) =>
      binding.type === 'zeebe:input' && binding.name !== undefined ? [binding.name] : [],
    ),
  );
}

const ours = inputNames({ properties: Object.values(sendEvent.properties) });

/** Chooses a saved credential, which only Camunda's own runtime can look up. */
const ONLY_THEIRS = [OFFICIAL_TEMPLATE.credential.input];

const versions: readonly (readonly [number, Properties])[] = official.map((template) => [template.version, template]);

describe("Camunda's own EventBridge template", () => {
  it('comes in versions 1 to 9', () => {
    expect(versions.map(([version]) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('has one of the known ids, and chooses a saved credential from a known version on', () => {
    const { ids, jobType, credential } = OFFICIAL_TEMPLATE;
    expect(official.filter(({ properties }) => !JSON.stringify(properties).includes(jobType))).toEqual([]);
    expect(official.filter(({ id }) => !ids.includes(id))).toEqual([]);
    const withCredential = versions.filter(([, template]) => inputNames(template).has(credential.input));
    expect(Math.min(...withCredential.map(([version]) => version))).toBe(credential.sinceVersion);
    expect(withCredential).toHaveLength(versions.filter(([version]) => version >= credential.sinceVersion).length);
  });

  it('writes no endpoint beside a saved credential from a known version on', () => {
    const { input, sinceVersion, withoutEndpointSince } = OFFICIAL_TEMPLATE.credential;
    const withoutEndpoint = official.filter(({ properties }) =>
      properties.some(
        (property) =>
          property.binding.name === 'configuration.endpoint' &&
          'condition' in property &&
          JSON.stringify(property.condition) === JSON.stringify({ property: input, isEmpty: true, type: 'simple' }),
      ),
    );
    const later = official.filter(({ version }) => version >= withoutEndpointSince);
    expect(withoutEndpoint.map(({ version }) => version)).toEqual(later.map(({ version }) => version));
    expect(withoutEndpointSince).toBeGreaterThan(sinceVersion);
  });

  it.each(versions)('version %d writes no input that this template does not know', (_, template) => {
    const unknown = [...inputNames(template)].filter((name) => !ours.has(name) && !ONLY_THEIRS.includes(name));
    expect(unknown).toEqual([]);
  });
});

describe('a job that it made', () => {
  const input = { eventBusName: 'default', source: 'com.example', detailType: 'Order placed', detail: { id: 7 } };

  it('is read, of the first versions too, which do not name the authentication', () => {
    const result = parseJobInput(sendEvent, {
      authentication: { accessKey: 'AKIDEXAMPLE', secretKey: 'secret' },
      configuration: { region: 'eu-central-1' },
      input,
    });
    expect(result).toEqual({
      ok: true,
      input: {
        authentication: { type: 'credentials', accessKey: 'AKIDEXAMPLE', secretKey: 'secret' },
        configuration: { region: 'eu-central-1' },
        input,
      },
    });
  });

  it('is read of later versions, with the default chain and an endpoint', () => {
    const known = {
      authentication: { type: 'defaultCredentialsChain' },
      configuration: { region: 'eu-central-1', endpoint: 'https://events.example.com' },
      input: { ...input, detail: '{"id":7}' },
    };
    expect(parseJobInput(sendEvent, { ...known, retryCount: '3' })).toEqual({ ok: true, input: known });
  });

  it.each([
    ['authentication.accessKey', { authentication: { type: 'credentials', accessKey: ' ', secretKey: 's' } }],
    ['authentication.secretKey', { authentication: { type: 'credentials', accessKey: 'a' } }],
    ['input.source', { input: { ...input, source: null } }],
    ['input.detailType', { input: { ...input, detailType: '' } }],
    ['input.eventBusName', { input: { ...input, eventBusName: '  ' } }],
    ['input.detail', { input: { ...input, detail: null } }],
    ['configuration.region', { configuration: {} }],
  ])('is refused without %s, and the issue names it', (field, wrong) => {
    const right = {
      authentication: { type: 'defaultCredentialsChain' },
      configuration: { region: 'eu-central-1' },
      input,
    };
    const result = parseJobInput(sendEvent, { ...right, ...wrong });
    expect(result).toMatchObject({ ok: false, issues: [{ rule: 'required', field }] });
  });

  it('never shows a key in an issue', () => {
    const authentication = { type: 'credentials', accessKey: ['AKIDEXAMPLE'], secretKey: { a: 'wJalrXUtnFEMI' } };
    const text = JSON.stringify(parseJobInput(sendEvent, { authentication }));
    expect(text).toContain('authentication.secretKey');
    expect(text).not.toMatch(/AKIDEXAMPLE|wJalrXUtnFEMI/);
  });
});
