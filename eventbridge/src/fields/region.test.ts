import { partition } from '@aws-sdk/core/client';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRegion, REGION_PATTERN } from './region.ts';
import { isKnownRegion, partitionOf, REGIONS, suggestRegion } from './regions.ts';

/** The SDK has no door to its table of partitions, only to one partition by region. */
const sdkFolder = new URL('../../../node_modules/@aws-sdk/core/dist-es/', import.meta.url);

describe('region', () => {
  it('knows every region that the AWS SDK knows', () => {
    const table = new URL('./submodules/client/util-endpoints/lib/aws/partitions.js', sdkFolder);
    const codes = [...readFileSync(table, 'utf8').matchAll(/"([a-z]+(?:-[a-z]+)+-[0-9]+)": \{/g)].map(
      ([, code]) => code,
    );
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => code !== undefined && !isKnownRegion(code))).toEqual([]);
  });

  it('gives each region the partition and name that the AWS SDK gives it', () => {
    for (const [code, { partition: id, name }] of Object.entries(REGIONS)) {
      expect(partition(code), code).toMatchObject({ name: id, description: name });
    }
  });

  it('has a pattern that every region fits', () => {
    const pattern = new RegExp(REGION_PATTERN);
    for (const code of Object.keys(REGIONS)) expect(pattern.test(code), code).toBe(true);
  });

  it.each([
    ['eu-centrall-1', 'eu-central-1'],
    ['EU-CENTRAL-1', 'eu-central-1'],
    ['eu_central_1', 'eu-central-1'],
    ['eu central 1', 'eu-central-1'],
    [' eu-central-1', 'eu-central-1'],
    ['eu-central-1a', 'eu-central-1'],
    ['eu-cetnral-1', 'eu-central-1'],
    ['useast1', 'us-east-1'],
    ['Frankfurt', 'eu-central-1'],
    ['N. Virginia', 'us-east-1'],
    ['US East (N. Virginia)', 'us-east-1'],
    ['us-east', 'us-east-1'],
    ['us-gov-wst-1', 'us-gov-west-1'],
    ['cn-nort-1', 'cn-north-1'],
    ['Beijing', 'cn-north-1'],
  ])('takes %j for %s', (value, region) => {
    expect(suggestRegion(value)).toBe(region);
    expect(checkRegion(value)).toMatchObject([{ rule: 'region-format', severity: 'error', fix: { value: region } }]);
  });

  it('lets a region that it does not know yet pass with a warning', () => {
    expect(checkRegion('eu-south-7')).toMatchObject([{ rule: 'region-unknown', severity: 'warning' }]);
  });

  it.each(['mars', 'x'.repeat(10_000), 'constructor', '__proto__'])('suggests nothing for %j', (value) => {
    expect(suggestRegion(value)).toBeUndefined();
    expect(checkRegion(value)).toMatchObject([{ rule: 'region-format' }]);
  });

  it('asks for a missing region', () => expect(checkRegion(' ')).toMatchObject([{ rule: 'region-required' }]));

  it('says which partition a region is in', () => {
    expect(partitionOf('cn-north-1')).toBe('aws-cn');
    expect(partitionOf('eu-central-1')).toBe('aws');
    expect(partitionOf('toString')).toBeUndefined();
  });
});
