import { header } from '../bindings/header.ts';
import { string } from '../types/string.ts';
import { text } from '../types/text.ts';

/** Group of `outputMapping`. */
export const outputGroup = { output: { label: 'Output mapping' } } as const;

/**
 * Result variable and result expression: the headers that a connector reads to store its response. Needs the group
 * `outputGroup`.
 */
export function outputMapping() {
  return {
    resultVariable: string({
      label: 'Result variable',
      description:
        'Name of the process variable that takes the whole response. See <a href="https://docs.camunda.io/docs/components/connectors/use-connectors/#result-variable" target="_blank">result variable</a>.',
      placeholder: 'response',
      group: 'output',
      binding: header('resultVariable'),
      constraints: {
        // Names that FEEL can use without quotes: https://docs.camunda.io/docs/components/concepts/variables/#variable-names
        pattern: {
          value: '^([a-zA-Z_][a-zA-Z0-9_]*)?$',
          message: 'must be a variable name: letters, digits and underscores, not starting with a digit',
        },
      },
      reference: { accepts: 'name of a process variable', example: 'response' },
    }),
    resultExpression: text({
      label: 'Result expression',
      description:
        'FEEL context whose entries become process variables. See <a href="https://docs.camunda.io/docs/components/connectors/use-connectors/#result-expression" target="_blank">result expression</a>.',
      feel: 'required',
      group: 'output',
      binding: header('resultExpression'),
      reference: { accepts: 'a FEEL expression that gives a context' },
    }),
  } as const;
}
