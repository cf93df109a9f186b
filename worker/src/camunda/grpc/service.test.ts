import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadGatewayService } from './service.ts';

describe("Camunda's gRPC service", () => {
  it('is described by the file that Camunda publishes', () => {
    const published = createRequire(import.meta.url).resolve('@camunda8/sdk/dist/proto/zeebe.proto');
    const carried = new URL('./zeebe.proto', import.meta.url);
    expect(readFileSync(carried, 'utf8')).toBe(readFileSync(published, 'utf8'));
  });

  it('has the calls of a worker', () => {
    expect(Object.keys(loadGatewayService())).toEqual(
      expect.arrayContaining([
        'ActivateJobs',
        'CompleteJob',
        'FailJob',
        'StreamActivatedJobs',
        'ThrowError',
        'Topology',
      ]),
    );
  });
});
