import { getOwn } from '../../own.ts';
import { asText, asVariables, errorFunction, type ErrorKind } from './error-kind.ts';

const NAME = 'bpmnError';

/** `bpmnError(code[, message[, variables]])`: a BPMN error for a boundary event; no retry is used. */
export const bpmnError: ErrorKind = {
  type: NAME,
  functions: errorFunction(NAME, ['errorCode', 'errorMessage', 'variables']),
  read: (value) => {
    const code = asText(getOwn(value, 'errorCode') ?? getOwn(value, 'code'));
    if (code.trim() === '') return { issues: [] };
    const message = asText(getOwn(value, 'errorMessage') ?? getOwn(value, 'message'));
    const { variables, issues } = asVariables(getOwn(value, 'variables'), NAME);
    return { outcome: { type: 'bpmnError', code, message, variables }, issues };
  },
};
