import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A section of an AWS configuration file: `[name]`, or `[profile name]` in `config`. */
// https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
const SECTION = /^\s*\[\s*(?:profile\s+)?["']?([^\]"']+?)["']?\s*\]/gm;

/** Sections of `config` that are no profiles. */
const NO_PROFILE = /^(?:sso-session|services)\s/;

/** Why a profile cannot be used; undefined where its files name it. */
export async function profileProblem(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const wanted = name.trim();
  const files = profileFiles(env);
  const found = new Set((await Promise.all(files.map(profilesOf))).flat());
  if (found.has(wanted)) return undefined;
  const known = [...found].sort().join(', ');
  const instead =
    known === ''
      ? `found no profile in ${files.join(' or ')}. Create one with "aws configure", or choose the local event bus`
      : `found ${known}. Choose one of these`;
  const what = wanted === '' ? 'No AWS profile is named' : `There is no AWS profile "${wanted.slice(0, 100)}"`;
  return `${what}: ${instead} under EventBridge test send in Modeler's settings.`;
}

// https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
function profileFiles(env: NodeJS.ProcessEnv): readonly string[] {
  const folder = join(homedir(), '.aws');
  return [
    env['AWS_SHARED_CREDENTIALS_FILE'] || join(folder, 'credentials'),
    env['AWS_CONFIG_FILE'] || join(folder, 'config'),
  ];
}

/** Names in a file; none where it cannot be read. */
async function profilesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return [...text.matchAll(SECTION)].flatMap(([, name]) => (name === undefined || NO_PROFILE.test(name) ? [] : [name]));
}
