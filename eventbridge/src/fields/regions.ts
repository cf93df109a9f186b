import { nearest } from '@eventbridge-kit/issue';

/** AWS partitions: separate clouds with accounts and ARNs of their own. */
export type Partition =
  'aws' | 'aws-cn' | 'aws-us-gov' | 'aws-eusc' | 'aws-iso' | 'aws-iso-b' | 'aws-iso-e' | 'aws-iso-f';

export interface RegionInfo {
  readonly partition: Partition;
  /** The name AWS shows, for example `Europe (Frankfurt)`. */
  readonly name: string;
}

function commercial(name: string): RegionInfo {
  return { partition: 'aws', name };
}

/** Every AWS region by its code; a test compares the table with the AWS SDK's own. */
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
// https://github.com/aws/aws-sdk-js-v3 (packages/core, util-endpoints, partitions.json)
export const REGIONS: Readonly<Record<string, RegionInfo>> = {
  'af-south-1': commercial('Africa (Cape Town)'),
  'ap-east-1': commercial('Asia Pacific (Hong Kong)'),
  'ap-east-2': commercial('Asia Pacific (Taipei)'),
  'ap-northeast-1': commercial('Asia Pacific (Tokyo)'),
  'ap-northeast-2': commercial('Asia Pacific (Seoul)'),
  'ap-northeast-3': commercial('Asia Pacific (Osaka)'),
  'ap-south-1': commercial('Asia Pacific (Mumbai)'),
  'ap-south-2': commercial('Asia Pacific (Hyderabad)'),
  'ap-southeast-1': commercial('Asia Pacific (Singapore)'),
  'ap-southeast-2': commercial('Asia Pacific (Sydney)'),
  'ap-southeast-3': commercial('Asia Pacific (Jakarta)'),
  'ap-southeast-4': commercial('Asia Pacific (Melbourne)'),
  'ap-southeast-5': commercial('Asia Pacific (Malaysia)'),
  'ap-southeast-6': commercial('Asia Pacific (New Zealand)'),
  'ap-southeast-7': commercial('Asia Pacific (Thailand)'),
  'ca-central-1': commercial('Canada (Central)'),
  'ca-west-1': commercial('Canada West (Calgary)'),
  'eu-central-1': commercial('Europe (Frankfurt)'),
  'eu-central-2': commercial('Europe (Zurich)'),
  'eu-north-1': commercial('Europe (Stockholm)'),
  'eu-south-1': commercial('Europe (Milan)'),
  'eu-south-2': commercial('Europe (Spain)'),
  'eu-west-1': commercial('Europe (Ireland)'),
  'eu-west-2': commercial('Europe (London)'),
  'eu-west-3': commercial('Europe (Paris)'),
  'il-central-1': commercial('Israel (Tel Aviv)'),
  'me-central-1': commercial('Middle East (UAE)'),
  'me-south-1': commercial('Middle East (Bahrain)'),
  'me-west-1': commercial('Middle East (Saudi Arabia)'),
  'mx-central-1': commercial('Mexico (Central)'),
  'sa-east-1': commercial('South America (Sao Paulo)'),
  'sa-west-1': commercial('South America (Chile)'),
  'us-east-1': commercial('US East (N. Virginia)'),
  'us-east-2': commercial('US East (Ohio)'),
  'us-west-1': commercial('US West (N. California)'),
  'us-west-2': commercial('US West (Oregon)'),
  'cn-north-1': { partition: 'aws-cn', name: 'China (Beijing)' },
  'cn-northwest-1': { partition: 'aws-cn', name: 'China (Ningxia)' },
  'us-gov-east-1': { partition: 'aws-us-gov', name: 'AWS GovCloud (US-East)' },
  'us-gov-west-1': { partition: 'aws-us-gov', name: 'AWS GovCloud (US-West)' },
  'eusc-de-east-1': { partition: 'aws-eusc', name: 'AWS European Sovereign Cloud (Germany)' },
  'us-iso-east-1': { partition: 'aws-iso', name: 'US ISO East' },
  'us-iso-west-1': { partition: 'aws-iso', name: 'US ISO WEST' },
  'us-isob-east-1': { partition: 'aws-iso-b', name: 'US ISOB East (Ohio)' },
  'us-isob-west-1': { partition: 'aws-iso-b', name: 'US ISOB West' },
  'eu-isoe-west-1': { partition: 'aws-iso-e', name: 'EU ISOE West' },
  'us-isof-east-1': { partition: 'aws-iso-f', name: 'US ISOF EAST' },
  'us-isof-south-1': { partition: 'aws-iso-f', name: 'US ISOF SOUTH' },
};

const CODES = Object.keys(REGIONS);

/** True for a region this table knows. */
export function isKnownRegion(region: string): boolean {
  return Object.hasOwn(REGIONS, region);
}

/** Partition of a region; undefined for one this table does not know. */
export function partitionOf(region: string): Partition | undefined {
  return isKnownRegion(region) ? REGIONS[region]?.partition : undefined;
}

/** Longest text a suggestion is looked for, in characters: nothing longer is a slip of the fingers. */
const MAX_SUGGEST_CHARS = 64;

/** The furthest a text may be from a region's code or name to be taken for a slip, in single edits. */
const MAX_EDITS = 3;

/**
 * The region that a mistyped text most likely means: `eu-centrall-1`, `EU_CENTRAL_1`, `Frankfurt` and
 * `eu-central-1a` all give `eu-central-1`. Undefined when nothing is near, or the text already is a region.
 */
export function suggestRegion(value: string): string | undefined {
  if (isKnownRegion(value) || value.length > MAX_SUGGEST_CHARS) return undefined;
  const text = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (isKnownRegion(text)) return text;
  const zone = /^([a-z-]+-[0-9])[a-z]$/.exec(text)?.[1];
  if (zone !== undefined && isKnownRegion(zone)) return zone;
  return byPlace(value) ?? nearest(text, CODES, MAX_EDITS);
}

/** By the place or the whole name that the AWS console shows. `US-East` alone is no place: it is the start of a code. */
function byPlace(value: string): string | undefined {
  const wanted = value.trim().toLowerCase().replace(/^n\. /, '');
  const isStartOfCode = isKnownRegion(`${wanted}-1`);
  return CODES.find((code) => {
    const name = REGIONS[code]?.name.toLowerCase() ?? '';
    const place = /\((?:n\. )?([^)]+)\)$/.exec(name)?.[1];
    return name === wanted || (place === wanted && !isStartOfCode);
  });
}
