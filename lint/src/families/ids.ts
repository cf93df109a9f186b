import { TEMPLATE } from './send-event.generated.ts';

/** How tasks of one kind of EventBridge connector are told from all others. */
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

/** Camunda's own outbound connector; the second template leaves the job type open. */
// https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/
export const OFFICIAL = {
  name: 'official',
  templateIds: ['io.camunda.connectors.AWSEventBridge.v1', 'io.camunda.connectors.AWSEventBridge.v1-hybrid'],
  jobType: 'io.camunda:aws-eventbridge:1',
} as const satisfies FamilyId;

/** The family of a task by its template, else by its job type; undefined for any other task. */
export function familyOf<Known extends FamilyId>(
  families: readonly Known[],
  templateId: string | undefined,
  jobType: string | undefined,
): Known | undefined {
  return (
    families.find(({ templateIds }) => templateId !== undefined && templateIds.includes(templateId)) ??
    families.find((family) => family.jobType === jobType)
  );
}
