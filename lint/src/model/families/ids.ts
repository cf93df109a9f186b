import { OFFICIAL_TEMPLATE } from '@eventbridge-kit/templates/official';
import { TEMPLATE } from './template-id.generated.ts';

/** How tasks of one kind of EventBridge connector differ from all others. */
export interface FamilyId {
  /** Stable name, for messages and fixes. */
  readonly name: string;
  /** Ids of its templates, the first the usual one. */
  readonly templateIds: readonly [string, ...string[]];
  /** Job type that its worker asks for. */
  readonly jobType: string;
}

/** This project's own connector. */
export const SEND_EVENT = {
  name: 'send-event',
  templateIds: [TEMPLATE.id],
  jobType: TEMPLATE.jobType,
} as const satisfies FamilyId;

/** Camunda's own outbound connector; its second template leaves the job type open. */
export const OFFICIAL = {
  name: 'official',
  templateIds: OFFICIAL_TEMPLATE.ids,
  jobType: OFFICIAL_TEMPLATE.jobType,
} as const satisfies FamilyId;

/** Job types of this project's connector and of Camunda's own, in that order. */
export const EVENT_JOB_TYPES: readonly string[] = [SEND_EVENT.jobType, OFFICIAL.jobType];

/** The family of a task by its template, else by its job type; undefined for any other task. */
export function familyOf<F extends FamilyId>(
  families: readonly F[],
  templateId: string | undefined,
  jobType: string | undefined,
): F | undefined {
  return (
    families.find(({ templateIds }) => templateId !== undefined && templateIds.includes(templateId)) ??
    families.find((family) => family.jobType === jobType)
  );
}
