import { readFileSync } from 'node:fs';
import template from '@eventbridge-kit/templates/send-event.json' with { type: 'json' };
import { expect, it } from 'vitest';

const EXAMPLE = readFileSync(new URL('./examples/order-to-event.bpmn', import.meta.url), 'utf8');

it("the example's task has the template as it is now (else: npm run example)", () => {
  const attribute = (name: string): string | undefined => new RegExp(`${name}="([^"]*)"`).exec(EXAMPLE)?.[1];
  expect(attribute('zeebe:modelerTemplate')).toBe(template.id);
  expect(attribute('zeebe:modelerTemplateVersion')).toBe(String(template.version));
  expect(attribute('zeebe:modelerTemplateIcon')).toBe(template.icon.contents);
});
