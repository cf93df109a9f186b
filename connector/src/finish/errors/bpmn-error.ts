import { getOwn, type Json } from '@eventbridge-kit/issue';
import { asText, asVariables, errorFunction, errorIssue, type ErrorKind } from './error-kind.ts';

const NAME = 'bpmnError';

/** `bpmnError(code[, message[, variables]])`: a BPMN error for a boundary event; no retry is used. */
export const bpmnError: ErrorKind = {
  type: NAME,
  functions: errorFunction(NAME, ['errorCode', 'errorMessage', 'variables']),
  read: (value) => {
    const given = getOwn(value, 'errorCode') ?? getOwn(value, 'code');
    const code = asText(given);
    if (code.trim() === '') return { issues: [errorIssue('bpmn-error-code-empty', emptyCode(given))] };
    const message = asText(getOwn(value, 'errorMessage') ?? getOwn(value, 'message'));
    const { variables, issues } = asVariables(getOwn(value, 'variables'), NAME);
    return { outcome: { type: 'bpmnError', code, message, variables }, issues };
  },
};

/** Camunda's own runtime goes on as if there were no error, which hides a failure, or completes a job that asked for one. */
function emptyCode(given: Json | undefined): string {
  const found = typeof given === 'string' ? (given === '' ? 'an empty text' : 'only white space') : 'null';
  return (
    `The code of ${NAME} is empty, so no BPMN error can be thrown: found ${found}. ` +
    `Write a code, for example ${NAME}("EVENT_REJECTED"), or give null where there is no error.`
  );
}
