import { header } from '../bindings/header.ts';
import { text } from '../types/text.ts';

/** Group of `errorHandling`. */
export const errorGroup = { error: { label: 'Error handling' } } as const;

/** Error expression: the header that turns a response or a failure into a BPMN error. Needs the group `errorGroup`. */
export function errorHandling() {
  return {
    errorExpression: text({
      label: 'Error expression',
      description:
        'FEEL that turns a failure or a response into a BPMN error or a failed job. See <a href="https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs" target="_blank">error expression</a>.',
      feel: 'required',
      group: 'error',
      binding: header('errorExpression'),
      reference: {
        accepts: 'a FEEL expression that gives `bpmnError(...)`, `jobError(...)`, `ignoreError(...)` or null',
      },
    }),
  } as const;
}
