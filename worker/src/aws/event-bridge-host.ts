/**
 * Ends of the names of AWS's own services, for every partition, with and without IPv6; a test compares them with the AWS
 * SDK's own table.
 */
// https://github.com/aws/aws-sdk-js-v3 (packages/core, util-endpoints, partitions.json)
export const AWS_DNS_SUFFIXES: readonly string[] = [
  'amazonaws.com',
  'api.aws',
  'amazonaws.com.cn',
  'api.amazonwebservices.com.cn',
  'amazonaws.eu',
  'api.amazonwebservices.eu',
  'c2s.ic.gov',
  'api.aws.ic.gov',
  'sc2s.sgov.gov',
  'api.aws.scloud',
  'cloud.adc-e.uk',
  'api.cloud-aws.adc-e.uk',
  'csp.hci.ic.gov',
  'api.aws.hci.ic.gov',
];

const SUFFIX = `(?:${AWS_DNS_SUFFIXES.map((suffix) => suffix.replaceAll('.', String.raw`\.`)).join('|')})`;
const REGION = '[a-z]{2,4}(?:-[a-z]+){1,2}-[0-9]{1,2}';

/**
 * EventBridge's names alone: of a region, of a global endpoint, of a VPC endpoint. Anybody can rent other names under
 * the same ends, such as those of machines, load balancers and web APIs.
 */
// https://docs.aws.amazon.com/general/latest/gr/ev.html
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-related-service-vpc.html
const EVENT_BRIDGE_HOST = new RegExp(
  String.raw`^(?:events(?:-fips)?\.${REGION}\.|[a-z0-9-]+\.[a-z0-9-]+\.endpoint\.events\.|vpce-[a-z0-9-]+\.events(?:-fips)?\.${REGION}\.vpce\.)${SUFFIX}$`,
);

/** True for an address of Amazon EventBridge itself. */
export function isEventBridgeAddress({ protocol, hostname, port }: URL): boolean {
  return protocol === 'https:' && port === '' && EVENT_BRIDGE_HOST.test(hostname);
}
