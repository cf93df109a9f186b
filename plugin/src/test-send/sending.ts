import {
  hideKeyShapes,
  hideKeyShapesIn,
  type SendTask,
  type TaskPreview,
  type TaskSource,
  type TestSendReport,
  type TestSendRequest,
} from '@eventbridge-kit/event-job';
import { mergeOwn, thrownText, type JsonObject } from '@eventbridge-kit/issue';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { exampleData } from '../sample/example-data.ts';
import { samplesOf } from '../sample/sample-variables.ts';
import { readTaskSource } from '../sample/task-source.ts';
import { TestSendRefused } from './refused.ts';
import { sentText, type Run, type Session } from './session.ts';
import { parseVariables } from './variables-text.ts';

/** How a run ends. */
type Ended =
  | Extract<Run, { readonly status: 'cancelled' | 'timedOut' | 'unreachable' }>
  | { readonly status: 'done'; readonly report: TestSendReport };

/** What sending tells of the tasks, and asks of them. */
export interface SendingHost {
  readonly send: SendTask;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
  setRun(element: DiagramElement, run: Run): void;
  finished(element: DiagramElement, report: TestSendReport): void;
}

/** Sends the tasks of a diagram: each at most once at a time, and none to AWS before a person was asked. */
export class Sending {
  readonly #host: SendingHost;
  readonly #running = new Map<DiagramElement, AbortController>();
  /** What the tasks gave that were sent, for those behind them. */
  readonly #outputs = new Map<DiagramElement, JsonObject>();

  constructor(host: SendingHost) {
    this.#host = host;
  }

  async send(
    element: DiagramElement,
    task: TaskSource,
    { variables }: Session,
    said: TaskPreview | undefined,
  ): Promise<void> {
    const variablesText = sentText(variables);
    const parsed = parseVariables(variablesText);
    if (!parsed.ok) return;
    const request = { task, variables: parsed.variables, variablesText, dryRun: false, onlyLocal: true };
    await this.#run(element, request, said);
  }

  async confirm(element: DiagramElement, { run }: Session, said: TaskPreview | undefined): Promise<void> {
    if (run.status === 'asking') await this.#run(element, { ...run.request, onlyLocal: false }, said);
  }

  cancel(element: DiagramElement, { run }: Session): void {
    if (run.status === 'asking') this.#host.setRun(element, { status: 'none' });
    else this.#running.get(element)?.abort();
  }

  /** The diagram is another one. */
  forgetAll(): void {
    for (const abort of this.#running.values()) abort.abort();
    this.#outputs.clear();
  }

  /** Variables that other tasks gave when they were sent. */
  outputsFor(element: DiagramElement): JsonObject {
    return mergeOwn(...[...this.#outputs].flatMap(([other, variables]) => (other === element ? [] : [variables])));
  }

  async #run(element: DiagramElement, request: TestSendRequest, said: TaskPreview | undefined): Promise<void> {
    if (this.#running.has(element)) return;
    const { send, timeoutMs } = this.#host;
    const abort = new AbortController();
    this.#running.set(element, abort);
    this.#host.setRun(element, { status: 'running' });
    const ended = await runRequest(request, { send, abort, timeoutMs });
    this.#running.delete(element);
    if (ended.status !== 'done') {
      this.#host.setRun(element, ended);
      return;
    }
    const { report } = ended;
    const { task, variablesText = '{}' } = request;
    if (request.onlyLocal === true && report.dryRun && canGoOn(report)) {
      this.#host.setRun(element, { status: 'asking', destination: report.destination, request });
      return;
    }
    if (report.outcome?.type === 'complete') this.#outputs.set(element, report.outcome.variables);
    this.#host.setRun(element, { ...ended, ran: { task, variablesText }, ...(said && { said }) });
    this.#host.finished(element, report);
  }
}

/** Whether a report that sent nothing is of an event that could be sent. */
function canGoOn({ outcome, fields }: TestSendReport): boolean {
  return outcome === undefined && fields.every(({ status }) => status === 'ok');
}

/** Variables to try a task with: what other tasks gave, the diagram's example data, and a value of the right shape else. */
export function samplesFor(element: DiagramElement, outputs: JsonObject): JsonObject {
  const task = readTaskSource(element.businessObject);
  return task ? samplesOf(task, mergeOwn(exampleData(element.businessObject), outputs)) : {};
}

/** Names of the variables that a task reads. */
export function readNamesOf(task: TaskSource): readonly string[] {
  return Object.keys(samplesOf(task, {}));
}

interface RunOptions {
  readonly send: SendTask;
  /** Ends the run at once; it is ended by this, too, when the time is over. */
  readonly abort: AbortController;
  readonly timeoutMs: number;
}

/** Sends once, and waits no longer than it may. What looks like a key of AWS is hidden in what comes back. */
async function runRequest(request: TestSendRequest, { send, abort, timeoutMs }: RunOptions): Promise<Ended> {
  const cancelled = new Promise<Ended>((resolve) => {
    abort.signal.addEventListener('abort', () => resolve({ status: 'cancelled' }));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timedOut = new Promise<Ended>((resolve) => {
    timer = setTimeout(() => {
      resolve({ status: 'timedOut', seconds: timeoutMs / 1000 });
      abort.abort();
    }, timeoutMs);
  });
  const ended = send(request, abort.signal).then(
    (report): Ended => ({ status: 'done', report: hideKeyShapesIn(report) }),
    (error: unknown): Ended => ({
      status: 'unreachable',
      message: hideKeyShapes(thrownText(error)),
      saysAll: error instanceof TestSendRefused,
    }),
  );
  try {
    return await Promise.race([timedOut, cancelled, ended]);
  } finally {
    clearTimeout(timer);
  }
}
