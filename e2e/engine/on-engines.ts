import { afterAll, beforeAll, describe } from 'vitest';
import { BROKER_NAME, startBroker } from './broker.ts';
import { connect, type EngineClient } from './client.ts';
import type { DurableEngine, Engine } from './engine.ts';
import { IN_MEMORY_NAME, startInMemoryEngine } from './in-memory.ts';

/** A running engine and a client for it; there from the first `beforeAll` on. */
export interface OnEngine<Kind extends Engine> {
  readonly engine: Kind;
  readonly client: EngineClient;
}

function group<Kind extends Engine>(
  name: string,
  start: () => Promise<Kind>,
  tests: (current: () => OnEngine<Kind>) => void,
): void {
  describe(name, () => {
    let running: OnEngine<Kind> | undefined;
    beforeAll(async () => {
      const engine = await start();
      running = { engine, client: connect(engine.grpcAddress) };
    });
    afterAll(async () => {
      await running?.client.close();
      await running?.engine.close();
    });
    tests(() => {
      if (running === undefined) throw new Error(`${name} is not started yet`);
      return running;
    });
  });
}

/**
 * Groups of tests on running engines: `each` on every one, for what needs neither REST nor a restart; `durable` on the
 * broker alone.
 */
export function onEngines(
  each: (current: () => OnEngine<Engine>) => void,
  durable?: (current: () => OnEngine<DurableEngine>) => void,
): void {
  group(BROKER_NAME, startBroker, (current) => {
    each(current);
    durable?.(current);
  });
  group<Engine>(IN_MEMORY_NAME, startInMemoryEngine, each);
}
