import type { FeelWorld } from '@eventbridge-kit/connector';
import type { CheckSettings } from '@eventbridge-kit/eventbridge';
import type { Issue } from '@eventbridge-kit/issue';
import { createMasks, type MaskFor } from './masks.ts';
import { mayResolveAt, SECRET_FIELDS, type SecretProvider } from './secret-fields.ts';
import type { EntrySender, SendIdentity } from './sender.ts';

/** What a host hands in for its jobs. */
export interface JobSettings {
  readonly sender: EntrySender;
  readonly secrets: SecretProvider;
  /** Dotted paths of variables where placeholders resolve too, beside those that are marked secret. */
  readonly secretFields: readonly string[];
  /** What of a task its operator does not allow. */
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
  readonly maskFor: MaskFor;
}

export function createJobServices({ secretFields, ...settings }: JobSettings): JobServices {
  return {
    ...settings,
    mayResolveSecrets: mayResolveAt([...SECRET_FIELDS, ...secretFields]),
    maskFor: createMasks(),
  };
}
