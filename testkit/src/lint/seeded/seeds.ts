import { parallel } from '../../bpmn.ts';
import { advanced, header, input, officialHeader, officialInput, seeds, type Seed } from './seed.ts';
import { around, usual } from './untouched.ts';

const BIG = `{"text": "${'x'.repeat(1_100_000)}"}`;

/** Mistakes as people make them, over all groups of rules; the last group cannot be seen in a diagram at all. */
export const SEEDS: readonly Seed[] = [
  ...seeds('fields', {
    'region left empty': input({ 'configuration.region': '' }),
    'region mistyped': input({ 'configuration.region': 'eu-cental-1' }),
    'region is a place': input({ 'configuration.region': 'Ireland' }),
    'region is an availability zone': input({ 'configuration.region': 'us-east-1b' }),
    'region number does not exist': input({ 'configuration.region': 'eu-west-7' }),
    'bus left empty': input({ 'input.eventBusName': '' }),
    'bus name with a space': input({ 'input.eventBusName': 'order events' }),
    'bus ARN with a short account': input({
      'input.eventBusName': 'arn:aws:events:eu-central-1:1234567:event-bus/orders',
    }),
    'bus ARN of another region': input({
      'input.eventBusName': 'arn:aws:events:us-east-1:123456789012:event-bus/orders',
    }),
    'bus ARN with a region mistyped': input({
      'input.eventBusName': 'arn:aws:events:eu-cental-1:123456789012:event-bus/orders',
    }),
    'bus is a v2 bus': input({
      'input.eventBusName': 'arn:aws:events:eu-central-1:123456789012:event-busv2/orders/a1',
    }),
    'source is an empty FEEL string': input({ 'input.source': '=""' }),
    'source reserved': input({ 'input.source': 'aws.orders' }),
    'source reserved, the rest a variable': input({ 'input.source': '="aws." + tenant' }),
    'source too long': input({ 'input.source': `com.example.${'x'.repeat(260)}` }),
    'source with a blank at its end': input({ 'input.source': 'com.example.orders ' }),
    'detail type FEEL null': input({ 'input.detailType': '=null' }),
    'detail type too long': input({ 'input.detailType': 'Order '.repeat(30).trim() }),
    'detail type is a number': input({ 'input.detailType': '=2026' }),
  }),
  ...seeds('payload', {
    'payload left empty': input({ 'input.detail': '' }),
    'payload JSON with a comma too many': input({ 'input.detail': '{"orderId": 42,}' }),
    'payload JSON with single quotes': officialInput({ 'input.detail': "{'orderId': 42}" }),
    'payload is a list': input({ 'input.detail': '=for item in order.items return item.sku' }),
    'payload is a FEEL list': input({ 'input.detail': '=[order]' }),
    'payload is a number': input({ 'input.detail': '=count(order.items)' }),
    'payload is text in one branch': input({ 'input.detail': '=if urgent then order else 5' }),
    'payload FEEL without equals sign': input({ 'input.detail': '{orderId: order.id}' }),
    'payload too large': input({ 'input.detail': BIG }),
    'payload above the old limit': input({ 'input.detail': `{"text": "${'x'.repeat(300_000)}"}` }),
    'payload with an integer beyond 64 bits': input({ 'input.detail': '{"id": 99999999999999999999}' }),
  }),
  ...seeds('advanced fields', {
    'resources are one text': advanced({ 'input.resources': 'arn:aws:s3:::orders' }),
    'an empty resource': advanced({ 'input.resources': '=["arn:aws:s3:::orders", ""]' }),
    'time without offset': advanced({ 'input.time': '2026-11-23T10:00:00' }),
    'time as a call without equals sign': advanced({ 'input.time': 'now()' }),
    'time is a date': advanced({ 'input.time': '=today()' }),
    'idempotency key that the payload has': advanced({
      'input.detail': '={orderId: order.id, idempotencyId: order.key}',
    }),
    'idempotency key without an id': advanced({ 'input.idempotencyId': '' }),
    'trace header of another standard': advanced({
      'input.traceHeader': '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    }),
    'endpoint id is the URL': advanced({
      'configuration.endpoint': null,
      'configuration.endpointId': 'https://abcde.veo.endpoint.events.amazonaws.com',
    }),
    'endpoint without https': advanced({ 'configuration.endpoint': 'http://bus.example.com' }),
    'endpoint of another region': advanced({ 'configuration.endpoint': 'https://events.us-west-2.amazonaws.com' }),
    'endpoint and endpoint id': advanced({ 'configuration.endpointId': 'abcde.veo' }),
    'an input mistyped': advanced({ 'input.traceheader': 'Root=1-5759e988-bd862e3fe1be46a994272793' }),
    'a field that the official connector lacks': officialInput({ 'input.time': '=now()' }),
  }),
  ...seeds('credentials and secrets', {
    'secret key left empty': input({ 'authentication.secretKey': '' }),
    'secret key in plain text': input({ 'authentication.secretKey': 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }),
    'access key in plain text, official': officialInput({ 'authentication.accessKey': 'AKIAIOSFODNN7EXAMPLE' }),
    'temporary key without token': input({ 'authentication.accessKey': '="ASIAIOSFODNN7EXAMPLE"' }),
    'a key in the payload': input({ 'input.detail': '={debug: "AKIAIOSFODNN7EXAMPLE"}' }),
    'one brace too few': input({ 'authentication.secretKey': '{{secrets.AWS_SECRET_KEY}' }),
    'secret with a space in its name': input({ 'authentication.secretKey': '{{secrets.AWS SECRET KEY}}' }),
    'secret without braces': officialInput({ 'authentication.secretKey': 'secrets.AWS_SECRET_KEY' }),
    'secret as a FEEL variable': input({ 'authentication.secretKey': '=secrets.AWS_SECRET_KEY' }),
    'secret in an expression without quotes': input({ 'input.detail': '={token: {{secrets.TOKEN}}}' }),
    'secret in a header': header({ resultExpression: '={token: "{{secrets.TOKEN}}"}' }),
    'secret in a field that the worker leaves alone': input({ 'configuration.region': '{{secrets.AWS_REGION}}' }),
    'secret form of a later engine': input({ 'authentication.secretKey': '=camunda.secrets.AWS_SECRET_KEY' }),
    'keys beside the credentials chain': input({ 'authentication.type': 'defaultCredentialsChain' }),
    'authentication type mistyped': input({ 'authentication.type': 'default' }),
    'secret key in the payload': input({
      'input.detail': '={aws_secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}',
    }),
    'role by its name': advanced({ 'authentication.roleArn': 'event-sender' }),
    'external id with a space': advanced({ 'authentication.externalId': 'camunda production' }),
    'external id without a role': advanced({ 'authentication.roleArn': null }),
  }),
  ...seeds('FEEL', {
    'bracket missing in the payload': input({ 'input.detail': '={orderId: order.id' }),
    'else missing in the error expression': header({
      errorExpression: '=if error.code = "X" then bpmnError("EVENT_REJECTED")',
    }),
    'operator of another language': input({ 'input.source': '=a || b' }),
    'single quotes': input({ 'input.source': "='com.example'" }),
    'function mistyped': input({ 'input.detail': '={name: uppercase(order.name)}' }),
    'bpmnError mistyped': header({ errorExpression: '=if error.code = "X" then bpmError("EVENT_REJECTED") else null' }),
    'argument missing': input({ 'input.detailType': '=substring(order.kind)' }),
    'function of a later engine': {
      ...around({ ...usual, inputs: { 'input.detail': '={id: uuid()}' } }),
      engine: '8.5.0',
    },
    'bracket missing in an output mapping': around({ ...usual, outputs: { id: '=eventId[1' } }),
    'item 0 of the response': header({ resultExpression: '={eventId: response.entries[0].eventId}' }),
  }),
  ...seeds('result and errors', {
    'result variable with a dash': header({ resultVariable: 'event-result' }),
    'result variable that is an input': header({ resultVariable: 'input', resultExpression: '' }),
    'result expression reads the process': header({ resultExpression: '={orderId: order.id}' }),
    'field of the error mistyped': header({
      errorExpression: '=if error.kode = "X" then bpmnError("EVENT_REJECTED") else null',
    }),
    'result expression gives a string': header({ resultExpression: '="done"' }),
    'response field as AWS spells it': header({ resultExpression: '={id: response.entries[1].EventId}' }),
    'error expression is a condition': header({ errorExpression: '=error.code = "AccessDeniedException"' }),
    'error code that nothing catches': header({
      errorExpression:
        '=if error.code = "X" then bpmnError("REJECTED_EVENT") else if error.code = "Y" then bpmnError("EVENT_REJECTED") else null',
    }),
    'boundary event spelt differently': {
      ...around(usual),
      boundaries: [
        ['Task_1', 'EVENT_REJECTED'],
        ['Task_1', 'EVENT-REJECTED'],
      ],
    },
    'BPMN error without a code': header({
      errorExpression: '=if error.code = "X" then bpmnError("", "rejected") else bpmnError("EVENT_REJECTED")',
    }),
    'backoff of jobError as people write it': officialHeader({
      errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected", {}, 2, "30s") else null',
    }),
    'variables of jobError are a string': officialHeader({
      errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected", "m") else null',
    }),
    'rejected events ignored': officialHeader({
      resultExpression: '',
      errorExpression: '=if error.code = "400" then jobError("m") else null',
    }),
    'response hidden by the mapping': officialHeader({ resultExpression: '={eventId: response.entries[1].eventId}' }),
  }),
  ...seeds('retries, template, process', {
    'retries are a word': around({ ...usual, retries: 'three' }),
    'retries are a condition': around({ ...usual, retries: '=order.total > 100' }),
    'header mistyped': header({ resultexpression: '={eventId: response.entries[1].eventId}', resultExpression: '' }),
    'backoff without unit': header({ retryBackoff: '30' }),
    'job timeout of 0': header({ jobTimeout: 'PT0S' }),
    'job type edited': around({ ...usual, jobType: 'send-event' }),
    'version header edited': header({ elementTemplateVersion: '3' }),
    'two mappings to one input': around({
      ...usual,
      mappings: [
        ['configuration.region', 'eu-central-1'],
        ...Object.entries({
          'authentication.type': 'defaultCredentialsChain',
          'input.eventBusName': 'orders',
          'input.source': 'com.example',
          'input.detailType': 'Order',
          'input.detail': '=order',
        }),
        ['configuration.region', 'eu-west-1'],
      ],
    }),
    'two parallel tasks write one variable': parallel(
      { headers: { resultVariable: 'result' } },
      { headers: { resultVariable: 'result' } },
    ),
  }),
  ...seeds('not in the diagram', {
    'a bus that does not exist': input({ 'input.eventBusName': 'ordres' }),
    'a process variable mistyped': input({ 'input.detail': '={orderId: oder.id}' }),
    'a secret that does not exist': input({ 'authentication.secretKey': '{{secrets.NO_SUCH_KEY}}' }),
    'an error code that EventBridge never gives': header({
      errorExpression: '=if error.code = "AccesDenied" then bpmnError("EVENT_REJECTED") else null',
    }),
  }),
];
