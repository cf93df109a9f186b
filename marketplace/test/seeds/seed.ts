import type { SampleRelease } from '../sample-release.ts';

/** What breaks a rule, and the file that is named then. */
export type Seed = readonly [what: string, file: string, seed: (release: SampleRelease) => void];

/** By the ids of the rules. */
export type Seeds = Readonly<Record<string, readonly Seed[]>>;
