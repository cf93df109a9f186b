import type { Json } from '@eventbridge-kit/issue';
import { jsonTokens } from 'bpmn-js-eventbridge/json-tokens';
import { make } from '../page.ts';

/** A JSON value in the colours of test send; only ever as text. */
export function jsonBlock(label: string, value: Json): HTMLElement {
  const spans = jsonTokens(value).map(({ kind, text }) => make('span', { class: `bjse-json-${kind}` }, text));
  return make('pre', { class: 'bjse-json', tabindex: '0', role: 'group', 'aria-label': label }, ...spans);
}
