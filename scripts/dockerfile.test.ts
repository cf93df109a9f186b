import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './dockerfile.ts';
import { root } from '@eventbridge-kit/testkit/machine/project';

describe('parseDockerfile', () => {
  const text = readFileSync(join(root, 'worker/deploy/docker/Dockerfile'), 'utf8');

  it("reads how the worker's container installs and runs it", () => {
    const { install, env, entryPoint, healthCheck } = parseDockerfile(text);
    expect(install).toMatch(/^tar -xzf "\/context\/\$\{WORKER_TARBALL\}" .* && npm ci --omit=dev /);
    expect(env).toMatchObject({ CAMUNDA_EVENTBRIDGE_HEALTH_PORT: '8090', CAMUNDA_EVENTBRIDGE_HEALTH_HOST: '0.0.0.0' });
    expect(entryPoint).toEqual(['node', '/opt/app/bin/cli.js']);
    expect(healthCheck.slice(0, 2)).toEqual(['node', '--eval']);
    expect(healthCheck[2]).toContain('/livez');
  });

  it.each(['RUN', 'ENV', 'ENTRYPOINT', 'HEALTHCHECK'])('says that %s is missing', (instruction) => {
    const without = text.replaceAll(new RegExp(`^${instruction} `, 'gm'), 'LABEL ');
    expect(() => parseDockerfile(without)).toThrow(`The Dockerfile has no instruction like /^${instruction} `);
  });
});
