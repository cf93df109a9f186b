import { TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type ScriptMember = 'expression' | 'resultVariable';

/** The FEEL expression of a script task and the variable that takes its result. */
export interface ScriptBinding<out P extends ScriptMember = ScriptMember> {
  readonly type: 'zeebe:script';
  readonly property: P;
}

/** The FEEL expression of a script task and the variable that takes its result. */
export function script<const P extends ScriptMember>(property: P): ScriptBinding<P> {
  return {
    type: 'zeebe:script',
    property,
  };
}

export const scriptBindingKind = {
  type: 'zeebe:script',
  example: script('expression'),
  members: ['property', 'type'],
  describe: (binding) => `script \`${binding.property}\``,
  target: (binding) => `script \`${binding.property}\``,
  rules: [{ types: TEXT_TYPES, elements: ['bpmn:ScriptTask'] }],
} as const satisfies BindingKind<ScriptBinding>;
