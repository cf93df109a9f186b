import type { LintTimes } from './types.ts';

interface Rule {
  check(node: object, reporter: object): unknown;
}

interface LintPlugin {
  readonly config: object;
  readonly resolver: {
    resolveRule(packageName: string, ruleName: string): () => Rule;
    resolveConfig(packageName: string, configName: string): object;
  };
}

interface HostLinter {
  lint(root: object): Promise<unknown>;
}

/** Runs the host's linting with a plugin and without it by turns, and takes the time of each run and of the plugin's part. */
export async function measure(
  root: object,
  plugins: readonly object[],
  linterWith: (plugins: readonly object[]) => HostLinter,
  runs: number,
): Promise<LintTimes> {
  const watch = new Stopwatch();
  const bare = linterWith([]);
  const full = linterWith(plugins.map((plugin) => timed(plugin as LintPlugin, watch))); // what the type is for
  const times = { without: [] as number[], withUs: [] as number[], ours: [] as number[], loop: [] as number[] };
  const turns = turnsOf(LOOP_MS);
  for (let run = 0; run < runs; run++) {
    times.loop.push(loop(turns));
    times.without.push(await msOf(() => bare.lint(root)));
    watch.ms = 0;
    times.withUs.push(await msOf(() => full.lint(root)));
    times.ours.push(watch.ms);
  }
  return times;
}

/** About what our part takes. */
const LOOP_MS = 1;

/** Milliseconds of so many turns of a loop that needs nothing but the processor. */
function loop(turns: number): number {
  const begin = performance.now();
  let sum = 0;
  for (let turn = 0; turn < turns; turn++) sum = (sum * 31 + turn) | 0;
  // Looked at, it is computed.
  if (!Number.isInteger(sum)) throw new Error('the loop has lost count');
  return performance.now() - begin;
}

/** Turns that take so long when nothing is in the way: the quickest of some tries tells. */
function turnsOf(ms: number): number {
  const turns = 1_000_000;
  const quickest = Math.min(...Array.from({ length: 20 }, () => loop(turns)));
  return Math.round((turns * ms) / quickest);
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

class Stopwatch {
  ms = 0;

  time<T>(work: () => T): T {
    const begin = performance.now();
    try {
      return work();
    } finally {
      this.ms += performance.now() - begin;
    }
  }
}

/** The plugin as it is, but each of its own calls is timed; the host's `report` inside of them, too. */
function timed({ config, resolver }: LintPlugin, watch: Stopwatch): LintPlugin {
  return {
    config,
    resolver: {
      resolveRule: (packageName, ruleName) => {
        const make = watch.time(() => resolver.resolveRule(packageName, ruleName));
        return () => {
          const rule = watch.time(make);
          return { ...rule, check: (node, reporter) => watch.time(() => rule.check(node, reporter)) };
        };
      },
      resolveConfig: (packageName, configName) => watch.time(() => resolver.resolveConfig(packageName, configName)),
    },
  };
}
