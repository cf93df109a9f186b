import type { ConnectorHeaders } from '../headers.ts';
import type { Issue } from '@eventbridge-kit/issue';
import { errorExpressionIssues } from './error-expression.ts';
import { resultExpressionIssues } from './map-result.ts';

/**
 * What is wrong with a job's expressions before there is anything to evaluate them over. A job with such an issue must not
 * be worked on: it would do its work, and then end in an incident, each time it is resolved.
 */
export function checkExpressions({ resultExpression, errorExpression }: ConnectorHeaders): Issue[] {
  return [
    ...(resultExpression === undefined ? [] : resultExpressionIssues(resultExpression)),
    ...(errorExpression === undefined ? [] : errorExpressionIssues(errorExpression)),
  ];
}
