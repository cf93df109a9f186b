import { ELEMENT_TYPES } from '../../element.ts';
import { type Finding, type LintRule, errorAt } from '../rule.ts';
import { suggestion } from '../suggest.ts';

/** An element that BPMN does not have: the modeler never offers the template, and says nothing. */
export const elementType: LintRule = {
  id: 'element-type',
  check: ({ appliesTo, elementType }) => [
    ...appliesTo.flatMap((name, index) => unknown(name, ['appliesTo', index])),
    ...(elementType === undefined ? [] : unknown(elementType.value, ['elementType', 'value'])),
  ],
};

function unknown(name: string, path: Finding['path']): Finding[] {
  return (ELEMENT_TYPES as readonly string[]).includes(name)
    ? []
    : [
        errorAt(
          path,
          `no element is called "${name}"${suggestion(name, ELEMENT_TYPES)}; write such as bpmn:ServiceTask`,
        ),
      ];
}
