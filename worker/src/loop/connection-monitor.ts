import { problemOf, remedyFor, toCamundaError, type CamundaError } from '../camunda/camunda-error.ts';
import type { JobSource } from '../camunda/job-port.ts';
import { createBackoff, type BackoffSettings } from '../runtime/backoff.ts';
import { sleep, type Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';

export interface ConnectionMonitorDeps {
  readonly source: Pick<JobSource, 'address' | 'setting' | 'probe'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly backoff: BackoffSettings;
  /** Ends everything. */
  readonly signal: AbortSignal;
}

/** Knows whether Camunda serves this worker, logs each change once, and keeps trying. */
export interface ConnectionMonitor {
  /** True while the gateway answers and hands out jobs. */
  readonly ready: boolean;
  /** Probes the gateway, and again with growing waits whenever it is lost; ends with the signal. */
  run(): Promise<void>;
  /** Resolves with true when asking for jobs makes sense, with false when the signal aborts first. */
  whenOpen(): Promise<boolean>;
  /** The gateway handed out jobs, or answered that there are none: the proof that it serves. */
  works(): void;
  /** The gateway did not serve a request for jobs. */
  lost(error: CamundaError): void;
}

export function createConnectionMonitor(deps: ConnectionMonitorDeps): ConnectionMonitor {
  const { source, clock, random, log, signal } = deps;
  const backoff = createBackoff(deps.backoff, random);
  let open = false;
  let ready = false;
  let gatewayVersion = '';
  let lostAtMs: number | undefined;
  /** The problem that was logged last; the same one is not logged again. */
  let loggedProblem: string | undefined;
  let change = createChange();
  signal.addEventListener('abort', () => {
    ready = false;
    change.happened();
  });

  const setOpen = (next: boolean): void => {
    open = next;
    change.happened();
    change = createChange();
  };

  const logLoss = (error: CamundaError): void => {
    ready = false;
    lostAtMs ??= clock.nowMs();
    const problem = `${error.kind} ${error.code}`;
    if (loggedProblem === problem) return;
    loggedProblem = problem;
    log.error(
      { address: source.address, code: error.code, reason: error.message },
      `${problemOf(error, source.address)} ${remedyFor(error, source.setting)} ` +
        'The worker keeps trying and is not ready.',
    );
  };

  /** The promise is renewed with each change. */
  const whenLost = async (): Promise<void> => {
    while (open && !signal.aborted) await change.promise;
  };

  return {
    get ready() {
      return ready;
    },
    run: async () => {
      while (!signal.aborted) {
        try {
          ({ gatewayVersion } = await source.probe());
          setOpen(true);
          await whenLost();
        } catch (error) {
          logLoss(toCamundaError(error));
        }
        await sleep(clock, backoff.nextMs(), signal);
      }
    },
    whenOpen: async () => {
      while (!open && !signal.aborted) await change.promise;
      return !signal.aborted;
    },
    works: () => {
      if (ready || signal.aborted) return;
      ready = true;
      backoff.reset();
      const fields = { address: source.address, gatewayVersion };
      if (loggedProblem === undefined) log.info(fields, `Connected to Camunda ${gatewayVersion} at ${source.address}`);
      else {
        const seconds = Math.round((clock.nowMs() - (lostAtMs ?? clock.nowMs())) / 1000);
        log.info(fields, `Camunda ${gatewayVersion} is back at ${source.address} after ${seconds} s`);
      }
      lostAtMs = undefined;
      loggedProblem = undefined;
    },
    lost: (error) => {
      if (!open) return;
      logLoss(error);
      setOpen(false);
    },
  };
}

interface Change {
  readonly promise: Promise<void>;
  readonly happened: () => void;
}

function createChange(): Change {
  let happened: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    happened = resolve;
  });
  return { promise, happened };
}
