import type { BindingKind } from './binding-kind.ts';

type ScriptMember = 'expression' | 'resultVariable';

/** The FEEL expression of a script task and the variable that takes its result. */
export interface ScriptBinding<out P extends ScriptMember = ScriptMember> {
  readonly type: 'zeebe:script';
  readonly property: P;
}

/** What the schema allows with it. */
export type ScriptRule = {
  readonly binding: ScriptBinding;
  readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
  readonly elements: 'bpmn:ScriptTask';
};

/** The FEEL expression of a script task and the variable that takes its result. */
export const script = <const P extends ScriptMember>(property: P): ScriptBinding<P> => ({
  type: 'zeebe:script',
  property,
});

export const scriptBindingKind: BindingKind<ScriptBinding> = {
  type: 'zeebe:script',
  members: ['property', 'type'],
  describe: (binding) => `script \`${binding.property}\``,
  target: (binding) => `script \`${binding.property}\``,
};
