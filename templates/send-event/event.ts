import {
  DEFAULT_EVENT_BUS_NAME,
  EVENT_BUS_NAME_PATTERN,
  MAX_DETAIL_DEPTH,
  MAX_DETAIL_TYPE_CHARS,
  MAX_EVENT_BUS_NAME_CHARS,
  MAX_REQUEST_BYTES,
  MAX_SOURCE_CHARS,
  SOURCE_PATTERN,
} from '@eventbridge-kit/eventbridge';
import { input, jsonObjectOrText, orSecret, string, text } from 'element-template-generator';
import { grouped } from './grouped.ts';
import { API, EVENTS_GUIDE, link } from './links.ts';

/** What every event says. */
export const eventDetails = {
  'input.eventBusName': string({
    label: 'Event bus name',
    description: `Name or ARN of the event bus; every account has the bus ${DEFAULT_EVENT_BUS_NAME}. ${link(`${EVENTS_GUIDE}/eb-event-bus.html`, 'About event buses')}`,
    value: DEFAULT_EVENT_BUS_NAME,
    feel: 'optional',
    constraints: {
      notEmpty: true,
      maxLength: MAX_EVENT_BUS_NAME_CHARS,
      pattern: {
        value: orSecret(EVENT_BUS_NAME_PATTERN),
        message:
          'must be a name of letters, digits and . - _ or the ARN of a bus (an EventBridge v2 bus is not served yet)',
      },
    },
    group: 'eventDetails',
    binding: input('input.eventBusName'),
    reference: {
      accepts: 'name of an event bus, or its ARN',
      limits: [
        {
          text: `1 to ${MAX_EVENT_BUS_NAME_CHARS} characters; names of letters, digits, \`.\`, \`-\` and \`_\``,
          source: API,
        },
      ],
      example: 'orders',
    },
  }),
  'input.source': string({
    label: 'Source',
    description: `Who sends the event; rules match on it. Usually a reversed domain name. ${link(`${EVENTS_GUIDE}/eb-events-structure.html`, 'About the fields of an event')}`,
    placeholder: 'For example com.example.orders',
    feel: 'optional',
    constraints: {
      notEmpty: true,
      maxLength: MAX_SOURCE_CHARS,
      pattern: {
        value: SOURCE_PATTERN,
        message: 'must not start with aws. which is reserved; write such as com.example.orders',
      },
    },
    group: 'eventDetails',
    binding: input('input.source'),
    reference: {
      accepts: 'text that names the sender',
      limits: [
        { text: `1 to ${MAX_SOURCE_CHARS} characters` },
        { text: 'must not start with `aws.`', source: `${EVENTS_GUIDE}/eb-events.html` },
      ],
      example: 'com.example.orders',
    },
  }),
  'input.detailType': string({
    label: 'Detail type',
    description: `What kind of event it is; rules match on it. ${link(`${EVENTS_GUIDE}/eb-events-structure.html`, 'About the fields of an event')}`,
    placeholder: 'For example Order placed',
    feel: 'optional',
    constraints: { notEmpty: true, maxLength: MAX_DETAIL_TYPE_CHARS },
    group: 'eventDetails',
    binding: input('input.detailType'),
    reference: {
      accepts: 'text that names the kind of event',
      limits: [{ text: `1 to ${MAX_DETAIL_TYPE_CHARS} characters`, source: API }],
      example: 'Order placed',
    },
  }),
};

/** What happened. */
export const eventPayload = {
  'input.detail': text({
    label: 'Event payload',
    description: `What happened: a FEEL context, or the JSON text of an object. ${link(`${EVENTS_GUIDE}/eb-events-structure.html`, 'About the detail of an event')}`,
    value: '{}',
    feel: 'optional',
    language: 'json',
    constraints: { notEmpty: true },
    group: 'eventPayload',
    binding: input('input.detail'),
    job: jsonObjectOrText(),
    reference: {
      accepts: 'a FEEL context, or JSON text of an object; sent as compact JSON',
      limits: [
        {
          text: `the whole event smaller than ${grouped(MAX_REQUEST_BYTES)} bytes`,
          source: `${EVENTS_GUIDE}/eb-putevent-size.html`,
        },
        { text: `at most ${MAX_DETAIL_DEPTH} levels; whole numbers of at most 64 bits`, source: API },
      ],
      example: '= { orderId: order.id, total: order.total }',
    },
  }),
};
