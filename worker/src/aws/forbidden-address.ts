/** Names under which clouds serve the credentials of a machine. */
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
// https://cloud.google.com/compute/docs/metadata/querying-metadata
const METADATA_NAMES = new Set([
  'instance-data',
  'instance-data.ec2.internal',
  'metadata',
  'metadata.goog',
  'metadata.google.internal',
]);

/** An address block: its first bits, and how many of them count. */
interface Block<Address> {
  readonly start: Address;
  readonly bits: number;
}

/** Link-local addresses, where clouds put metadata and credentials, and the metadata addresses outside of them. */
const V4_BLOCKS: readonly Block<readonly number[]>[] = [
  // https://www.rfc-editor.org/rfc/rfc3927 and, for containers and pods, the same block:
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
  { start: [169, 254, 0, 0], bits: 16 },
  // https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata
  { start: [100, 100, 100, 200], bits: 32 },
  // https://learn.microsoft.com/en-us/azure/virtual-network/what-is-ip-address-168-63-129-16
  { start: [168, 63, 129, 16], bits: 32 },
  // https://docs.oracle.com/en-us/iaas/Content/Compute/Tasks/gettingmetadata.htm
  { start: [192, 0, 0, 192], bits: 32 },
];

const V6_BLOCKS: readonly Block<readonly number[]>[] = [
  // https://www.rfc-editor.org/rfc/rfc4291#section-2.5.6
  { start: [0xfe80], bits: 10 },
  // fd00:ec2::254 and its neighbours: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
  { start: [0xfd00, 0x0ec2], bits: 32 },
  // https://cloud.google.com/compute/docs/metadata/querying-metadata
  { start: [0xfd20, 0x00ce], bits: 32 },
];

/** IPv6 blocks that carry an IPv4 address, and the group at which it starts. */
const CARRIERS: readonly { readonly block: Block<readonly number[]>; readonly group: number }[] = [
  // IPv4-mapped and the older IPv4-compatible: https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5
  { block: { start: [0, 0, 0, 0, 0, 0xffff], bits: 96 }, group: 6 },
  { block: { start: [0, 0, 0, 0, 0, 0], bits: 96 }, group: 6 },
  // IPv4-translated: https://www.rfc-editor.org/rfc/rfc2765#section-2.1
  { block: { start: [0, 0, 0, 0, 0xffff, 0], bits: 96 }, group: 6 },
  // NAT64, the common prefix and the local ones: https://www.rfc-editor.org/rfc/rfc6052, https://www.rfc-editor.org/rfc/rfc8215
  { block: { start: [0x64, 0xff9b, 0, 0, 0, 0], bits: 96 }, group: 6 },
  { block: { start: [0x64, 0xff9b, 1], bits: 48 }, group: 6 },
  // 6to4: https://www.rfc-editor.org/rfc/rfc3056
  { block: { start: [0x2002], bits: 16 }, group: 1 },
];

/**
 * True for hosts that no task may name, whatever an operator allows: link-local addresses and the metadata services of
 * clouds, which give the machine's credentials to whoever asks. Takes the host as `URL` gives it, which has brought
 * decimal, octal, hexadecimal and shortened spellings to one already.
 */
export function isForbiddenHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (METADATA_NAMES.has(host)) return true;
  if (host.startsWith('[')) return isForbiddenV6(groupsOf(host.slice(1, -1)));
  return /^\d+(?:\.\d+){3}$/.test(host) && isForbiddenV4(host.split('.').map(Number));
}

function isForbiddenV4(octets: readonly number[]): boolean {
  return V4_BLOCKS.some((block) => isIn(octets, block, 8));
}

function isForbiddenV6(groups: readonly number[]): boolean {
  if (V6_BLOCKS.some((block) => isIn(groups, block, 16))) return true;
  return CARRIERS.some(({ block, group }) => {
    const carried = groups.slice(group, group + 2).flatMap((value) => [value >> 8, value & 0xff]);
    return isIn(groups, block, 16) && isForbiddenV4(carried);
  });
}

/** The eight groups of an address as `URL` writes it: hexadecimal, with at most one `::`. */
function groupsOf(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const read = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [read(head), read(tail ?? '')];
  return [...first, ...Array<number>(Math.max(0, 8 - first.length - last.length)).fill(0), ...last];
}

function isIn(parts: readonly number[], { start, bits }: Block<readonly number[]>, partBits: number): boolean {
  for (let at = 0; at * partBits < bits; at++) {
    const ignored = Math.max(0, partBits - (bits - at * partBits));
    if ((parts[at] ?? 0) >> ignored !== (start[at] ?? 0) >> ignored) return false;
  }
  return true;
}
