import { ANSWERS, previewTask, type JobTrace, type TaskSource, type TestSendReport } from '@eventbridge-kit/event-job';
import type { Json } from '@eventbridge-kit/issue';
import { SECRETS } from '@eventbridge-kit/testkit/jobs';
import { ManualClock } from '@eventbridge-kit/testkit/manual-clock';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { startTestSendService, type EventSender, type ServiceOptions } from 'camunda-eventbridge-worker';
import type { AgreementCase } from './cases.ts';

/** What the three must agree on. */
export interface Told {
  /** The entry as AWS gets it; undefined where none is made. */
  readonly entry: Json | undefined;
  readonly outcome: Json | undefined;
}

/** A sender that answers as its case wants it, and a world that stands still, for service and worker alike. */
export function stillServices(
  answer: () => AgreementCase['answer'],
): ServiceOptions & { readonly sender: EventSender } {
  return {
    sender: {
      send: (entry, identity) => Promise.resolve(ANSWERS[answer()](entry, identity)),
      close: () => undefined,
    },
    secrets: SECRETS,
    clock: new ManualClock(stillWorld.now().epochMs),
    random: () => stillWorld.random(),
    uuid: () => stillWorld.uuid(),
  };
}

export function taskOf({ inputs, headers, retries }: AgreementCase): TaskSource {
  return {
    elementId: 'Task_1',
    jobType: 'eventbridge-kit:send-event:1',
    inputs: Object.entries(inputs).map(([target, source]) => ({ target, source })),
    headers,
    retries,
  };
}

/** As the panel computes it, with what the service said of the secrets. */
export async function inPreview(one: AgreementCase): Promise<Told & { readonly isUnknown: boolean }> {
  const result = await previewTask(
    taskOf(one),
    JSON.stringify(one.variables),
    { answer: ANSWERS[one.answer] },
    {
      world: stillWorld,
      isKnownSecret: (name) => Object.hasOwn(SECRETS, name),
      unguessable: 'b5c1f0c2a9e84d0e',
    },
  );
  if (!result.ok) throw new Error(result.message);
  const { ends, fields, ...trace } = result.preview;
  return {
    ...toldBy({ ...trace, ...ends?.answer, steps: trace.steps }),
    isUnknown: fields.some(({ status }) => status === 'unknown'),
  };
}

/** Over HTTP, as the panel sends it. */
export async function byService(cases: readonly AgreementCase[]): Promise<readonly Told[]> {
  let current: AgreementCase['answer'] = 'accepted';
  const service = await startTestSendService({ ...stillServices(() => current), port: 0 });
  try {
    const told: Told[] = [];
    for (const one of cases) {
      current = one.answer;
      const answer = await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${service.token}` },
        body: JSON.stringify({
          task: taskOf(one),
          variables: one.variables,
          variablesText: JSON.stringify(one.variables),
          dryRun: false,
        }),
      });
      told.push(toldBy((await answer.json()) as TestSendReport)); // the service's own answer
    }
    return told;
  } finally {
    await service.stop();
  }
}

export function toldBy({ steps, outcome }: JobTrace): Told {
  return {
    entry: steps.find(({ step }) => step === 'entry')?.value,
    outcome: outcome as Json | undefined, // of JSON, which its interface does not say
  };
}

/** The engine keeps no order of keys: the detail with its keys in order, all other bytes as they are. */
export function inOrder({ entry, outcome }: Told): string {
  const ordered = JSON.stringify(entry, (name, value: unknown) =>
    name === 'Detail' && typeof value === 'string' ? sortedDetail(value) : value,
  );
  return `${ordered}\n${JSON.stringify(outcome)}`;
}

function sortedDetail(text: string): string {
  // numbers stay texts: none is rounded by the comparison
  const exact = text.replace(/(?<=[[:,]\s*)-?\d[\d.eE+-]*(?=\s*[\],}])/g, '"number $&"');
  return JSON.stringify(sorted(JSON.parse(exact) as Json));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, Json] => [key, sorted(item)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
