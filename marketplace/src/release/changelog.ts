const UNRELEASED = '## Unreleased';

/** The day of a version's section, such as `2026-12-01`; undefined where the changelog has none. */
export function releaseDay(changelog: string, version: string): string | undefined {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version} - `));
  return heading === undefined ? undefined : /\d{4}-\d{2}-\d{2}$/.exec(heading)?.[0];
}

/** The changelog in which what was not released is the section of a version, under an empty one for what comes. */
export function releasedChangelog(changelog: string, version: string, day: string): string {
  const [before, after] = changelog.split(`${UNRELEASED}\n`);
  if (before === undefined || after === undefined)
    throw new Error(`CHANGELOG.md has no section for what comes next. Write "${UNRELEASED}" above the newest version.`);
  if ((after.split(/^## /m)[0] ?? '').trim() === '')
    throw new Error(`Nothing stands under "${UNRELEASED}" of CHANGELOG.md. Say there what users get, then release.`);
  return `${before}${UNRELEASED}\n\n## ${version} - ${day}\n${after}`;
}
