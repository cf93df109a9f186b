import type { Assets } from './assets.ts';

/** Something in an archive that breaks a rule, or that only a person can say. */
export interface Finding {
  /** The archive and the file in it. */
  readonly file: string;
  /** What was found. */
  readonly found: string;
  /** A person must say it first: not a mistake of the build. */
  readonly person?: true;
}

/** One rule of the Marketplace, or one that keeps our own promise to those who install from it. */
export interface Rule {
  readonly id: string;
  /** What is asked. */
  readonly rule: string;
  /** What to do where it is broken. */
  readonly remedy: string;
  readonly check: (assets: Assets) => readonly Finding[];
}

export type Verdict = 'kept' | 'broken' | 'person';

export interface Result {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

export function finding(archive: string, path: string, found: string): Finding {
  return { file: `${archive}: ${path}`, found };
}

/** A finding for each wish that does not hold. */
export function unless(holds: boolean, archive: string, path: string, found: string): Finding[] {
  return holds ? [] : [finding(archive, path, found)];
}

/** Every rule with what it found. */
export function checkAssets(assets: Assets, rules: readonly Rule[]): Result[] {
  return rules.map((rule) => {
    const findings = rule.check(assets);
    const verdict = findings.length === 0 ? 'kept' : findings.every(({ person }) => person) ? 'person' : 'broken';
    return { rule, verdict, findings };
  });
}
