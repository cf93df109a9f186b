import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The error expression, or one of its branches, gives something that is no error.',
  why: 'The connector cannot tell what is meant: the job fails.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs',
  remedy: 'Give bpmnError(...), jobError(...), ignoreError(...) or null.',
  invalid: [
    {
      name: 'a condition alone',
      task: { headers: { errorExpression: '=error.code = "AccessDeniedException"' } },
      finds: [{ field: 'errorExpression', message: 'a boolean' }],
    },
    {
      name: 'a code without its function',
      task: { headers: { errorExpression: '=if error.code = "X" then "REJECTED" else null' } },
      finds: [{ message: 'a string' }],
    },
  ],
  valid: [
    {
      name: 'a condition with its error',
      task: {
        headers: { errorExpression: '=if error.code = "AccessDeniedException" then bpmnError("DENIED") else null' },
      },
    },
    { name: 'a variable may hold an error', task: { headers: { errorExpression: '=knownError' } } },
    {
      name: 'an empty context is no error',
      task: { headers: { errorExpression: '=if x then jobError("m") else {}' } },
    },
  ],
};
