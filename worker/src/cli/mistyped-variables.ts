import { nearest } from '@eventbridge-kit/connector';
import { TEST_SEND_OPTIONS, WORKER_OPTIONS } from './options.ts';

/** Starts of the variables of Camunda's programs. Near ones of AWS are each a setting: SNS, SQS, STS. */
const OURS = /^(?:CAMUNDA|ZEEBE)_/;

const KNOWN = [
  ...new Set([WORKER_OPTIONS, TEST_SEND_OPTIONS].flatMap((table) => Object.values(table).flatMap(({ env }) => env))),
];

/**
 * Variables that are no setting but nearly one, with the one that was meant: nothing else would tell that they have no
 * effect. Others are not told, since Kubernetes and Camunda's own programs have variables with these starts too.
 */
export function mistypedVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const unknown = Object.keys(env).filter((name) => OURS.test(name) && !KNOWN.includes(name));
  return unknown.flatMap((name) => {
    const meant = nearest(name, KNOWN);
    return meant === undefined ? [] : [`The variable ${name} has no effect. Did you mean ${meant}?`];
  });
}
