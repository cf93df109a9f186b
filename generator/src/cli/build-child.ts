import { build, type BuildOrder } from './build.ts';

/** The other end of `buildInChild`: builds what the argument says and sends what came of it. */
export async function buildAsChild(argument: string | undefined): Promise<void> {
  const order = JSON.parse(argument ?? '') as BuildOrder; // the parent process wrote it
  const built = await build(order);
  await new Promise<void>((resolve) => process.send?.(built, () => resolve()) ?? resolve());
  // timers and handles that the definition left behind
  process.exit(0);
}
