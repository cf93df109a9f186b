import {
  ENDPOINT_ID_PATTERN,
  ENDPOINT_PATTERN,
  MAX_ENDPOINT_ID_CHARS,
  MAX_RESOURCE_CHARS,
  MAX_TRACE_HEADER_CHARS,
  TIME_PATTERN,
  TRACE_HEADER_PATTERN,
} from '@eventbridge-kit/eventbridge';
import { input, listOf, orEmpty, orSecret, string, text, textValue } from 'element-template-generator';
import { grouped } from './grouped.ts';
import { API, EVENTS_GUIDE, link } from './links.ts';

/** What few events need. Empty, each of these fields leaves nothing in the diagram. */
export const advanced = {
  'input.resources': text({
    label: 'Resources',
    description: `ARNs of what the event is about: a FEEL list of strings, or its JSON text. ${link(`${EVENTS_GUIDE}/eb-events-structure.html`, 'About the fields of an event')}`,
    placeholder: '["arn:aws:s3:::orders"]',
    optional: true,
    feel: 'optional',
    language: 'json',
    group: 'advanced',
    binding: input('input.resources'),
    job: listOf(textValue()),
    reference: {
      accepts: 'a FEEL list of strings, or the JSON text of one',
      limits: [{ text: `each of 1 to ${grouped(MAX_RESOURCE_CHARS)} characters, any number of them`, source: API }],
      example: '= ["arn:aws:s3:::orders"]',
    },
  }),
  'input.time': string({
    label: 'Time',
    description: `When it happened: a FEEL date and time, or RFC 3339 text; empty: when it is sent. ${link('https://www.rfc-editor.org/rfc/rfc3339#section-5.8', 'Examples')}`,
    placeholder: '2026-11-23T10:00:00Z',
    optional: true,
    feel: 'optional',
    constraints: {
      pattern: {
        value: orEmpty(orSecret(TIME_PATTERN)),
        message: 'must be a date and time with its offset, such as 2026-11-23T10:00:00Z',
      },
    },
    group: 'advanced',
    binding: input('input.time'),
    reference: {
      accepts: 'a FEEL date and time with an offset, or RFC 3339 text',
      limits: [{ text: 'date, time and offset', source: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6' }],
      example: '= now()',
    },
  }),
  'input.traceHeader': string({
    label: 'Trace header',
    description: `X-Ray trace that the event belongs to. ${link('https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader', 'About the tracing header')}`,
    placeholder: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
    optional: true,
    feel: 'optional',
    constraints: {
      maxLength: MAX_TRACE_HEADER_CHARS,
      pattern: {
        value: orEmpty(orSecret(TRACE_HEADER_PATTERN)),
        message: 'must be an X-Ray tracing header, such as Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
      },
    },
    group: 'advanced',
    binding: input('input.traceHeader'),
    reference: {
      accepts: 'an X-Ray tracing header',
      limits: [{ text: `1 to ${MAX_TRACE_HEADER_CHARS} characters`, source: API }],
      example: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
    },
  }),
  'configuration.endpointId': string({
    label: 'Global endpoint id',
    description: `Id of a global endpoint, to send through it; empty: to the region itself. ${link(`${EVENTS_GUIDE}/eb-global-endpoints.html`, 'About global endpoints')}`,
    placeholder: 'abcde.veo',
    optional: true,
    feel: 'optional',
    constraints: {
      maxLength: MAX_ENDPOINT_ID_CHARS,
      pattern: {
        value: orEmpty(orSecret(ENDPOINT_ID_PATTERN)),
        message: 'must be the id of a global endpoint, such as abcde.veo',
      },
    },
    group: 'advanced',
    binding: input('configuration.endpointId'),
    reference: {
      accepts: 'id of a global endpoint: the first two parts of its address',
      limits: [
        {
          text: `1 to ${MAX_ENDPOINT_ID_CHARS} characters, two parts joined by a dot`,
          source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html',
        },
      ],
      example: 'abcde.veo',
    },
  }),
  'configuration.endpoint': string({
    label: 'Endpoint',
    description: `Address to send to instead of the region's own, for example of a VPC endpoint. ${link(`${EVENTS_GUIDE}/eb-related-service-vpc.html`, 'About VPC endpoints')}`,
    placeholder: 'https://events.eu-central-1.amazonaws.com',
    optional: true,
    feel: 'optional',
    constraints: {
      pattern: {
        value: orEmpty(orSecret(ENDPOINT_PATTERN)),
        message: 'must be an https address, such as https://events.eu-central-1.amazonaws.com',
      },
    },
    group: 'advanced',
    binding: input('configuration.endpoint'),
    reference: {
      accepts: 'an https address; http only where the worker sends to its own machine',
      limits: [{ text: 'no user, query or fragment', source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3' }],
      example: 'https://events.eu-central-1.amazonaws.com',
    },
  }),
};
