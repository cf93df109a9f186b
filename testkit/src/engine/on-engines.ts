import { afterAll, beforeAll, describe } from 'vitest';
import { connect, type EngineClient } from './client.ts';
import type { Engine, TestEngine } from './engine.ts';
import { IN_MEMORY_NAME, startInMemoryEngine } from './in-memory.ts';
import { findNamedEngine } from './named.ts';

/** A running engine and a client for it; there from the first `beforeAll` on. */
export interface OnEngine<Kind extends Engine> {
  readonly engine: Kind;
  readonly client: EngineClient;
}

/** A group of tests on one running engine. */
type Tests<Kind extends Engine> = (current: () => OnEngine<Kind>) => void;

const named = await findNamedEngine();

function group<Kind extends Engine>(name: string, start: () => Promise<Kind>, tests: Tests<Kind>): void {
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
 * Groups of tests on a running engine: `any` on the engine that the caller names, else on the in-memory engine; `own` on
 * the in-memory engine alone, for what needs its records or its clock.
 */
export function onEngine({ any, own }: { readonly any?: Tests<Engine>; readonly own?: Tests<TestEngine> }): void {
  if (named === undefined) {
    group(IN_MEMORY_NAME, startInMemoryEngine, (current) => {
      any?.(current);
      own?.(current);
    });
  } else if (any !== undefined) {
    group<Engine>(named.name, () => Promise.resolve(named), any);
  }
}
