import { describe, expect, it } from 'vitest';
import { everyBinding } from '../../test/every-binding.ts';
import { notify } from '../../test/example.ts';
import { PROPERTY_KINDS, referencePage, string } from '../index.ts';

const page = referencePage(notify);

/** The part of the page under a field's heading. */
function field(label: string): string {
  return page.split(`### ${label}\n`)[1]?.split(/\n##/)[0] ?? '';
}

describe('referencePage', () => {
  it('says what the template is', () => {
    expect(page).toContain('# Notify with Example\n');
    expect(page).toContain('| Template id | `com.example.notify.v1` |');
    expect(page).toContain('| Engine `camunda` | `^8.6` |');
  });

  it('has a section for each field, in groups, and one for what nobody sees', () => {
    for (const property of Object.values(notify.properties)) {
      if (PROPERTY_KINDS[property.type].visible)
        expect(page).toContain(`### ${'label' in property ? property.label : ''}\n`);
    }
    expect(page.indexOf('## Authentication')).toBeLessThan(page.indexOf('## Message'));
    expect(page).toContain('| job type | `com.example:notify:1` |');
  });

  it('says of a field its control, FEEL, whether it is required, what it takes and where it is written', () => {
    expect(field('Subject')).toBe(`
| | |
| --- | --- |
| Control | text field |
| FEEL | optional |
| Required | yes |
| Accepts | one line of text |
| Limit | at most 78 characters ([source](https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1)) |
| Example | \`Your order has shipped\` |
| Written to | input \`message.subject\` |
`);
  });

  it('says when a field is shown, in the words of the panel', () => {
    expect(field('Token')).toContain('| Control | text field, secret |');
    expect(field('Token')).toContain('| Required | yes, while shown |');
    expect(field('Token')).toContain('| Shown | while Authentication is "Token" |');
  });

  it('lists the choices, the default and the value that is assumed', () => {
    expect(page).toContain('| Default | Token |');
    expect(page).toContain('| Without a value, a worker assumes | `none` |');
    expect(page).toContain('| Choice | Value |\n| --- | --- |\n| Token | `token` |\n| None | `none` |');
  });

  it('makes limits of constraints where the author gave none', () => {
    const template = {
      ...notify,
      groups: {},
      properties: {
        x: string({
          description: 'See <a href="https://example.com" target="_blank">there</a> | here',
          constraints: { minLength: 2, maxLength: 5, pattern: { value: '^a|b', message: 'must be a | b' } },
          binding: { type: 'zeebe:input', name: 'x' },
        }),
      },
    };
    const text = referencePage(template);
    expect(text).toContain('| Limit | at least 2 characters |\n| Limit | at most 5 characters |');
    expect(text).toContain(String.raw`| Form | must be a \| b |`);
    expect(text).toContain('See [there](https://example.com) | here');
  });

  it('ends with the sections of the author', () => {
    expect(page.endsWith('## Permissions\n\nThe token needs the scope `notify`.\n')).toBe(true);
  });

  it.each(everyBinding.map((template) => [template.id, template] as const))('describes %s', (_, template) => {
    expect(referencePage(template)).toMatch(/^<!-- [^]*\n$/);
    expect(referencePage(template)).not.toMatch(/undefined|\[object/);
  });
});
