import { createMask, type Mask } from '@eventbridge-kit/connector';
import type { CheckSettings } from '@eventbridge-kit/eventbridge';
import type { FeelWorld } from 'camunda-feel';
import { LruMap, type Issue } from '@eventbridge-kit/issue';
import { mayResolveAt, SECRET_FIELDS } from './input-variables.ts';
import type { EntrySender, SendIdentity } from './sender.ts';

/** Where the values of `{{secrets.NAME}}` come from. */
export interface SecretProvider {
  /** The secret's value; undefined when there is none of this name. */
  lookup(name: string): string | undefined;
}

/** What a host hands in for all its jobs. */
export interface JobSettings {
  readonly sender: EntrySender;
  readonly secrets: SecretProvider;
  /** Dotted paths of variables where placeholders resolve too, beside those that are marked secret. */
  readonly secretFields: readonly string[];
  /** What the operator does not let a task do. */
  readonly checkPolicy: (identity: SendIdentity) => readonly Issue[];
  readonly checks: CheckSettings;
  /** Name of the cluster in idempotency ids; undefined: none. */
  readonly idempotencyScope: string | undefined;
  readonly world: FeelWorld;
}

/** What all jobs of a host share. */
export interface JobServices extends Omit<JobSettings, 'secretFields'> {
  /** Whether a text at this path of the variables may carry secret placeholders. */
  readonly mayResolveSecrets: (path: readonly string[]) => boolean;
  /** The mask of a job's secrets. Most jobs use the same ones, whose many forms need not be found anew. */
  readonly maskFor: (secrets: readonly string[]) => Mask;
}

/** Masks kept: as many as there are connections with these secrets. */
const MAX_MASKS = 100;

export function createJobServices({ secretFields, ...settings }: JobSettings): JobServices {
  const masks = new LruMap<string, Mask>(MAX_MASKS);
  return {
    ...settings,
    mayResolveSecrets: mayResolveAt([...SECRET_FIELDS, ...secretFields]),
    maskFor: (secrets) => masks.getOrMake(JSON.stringify(secrets), () => createMask(secrets)),
  };
}
