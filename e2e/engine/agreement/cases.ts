import type { AnswerName } from '@eventbridge-kit/event-job';
import type { JsonObject } from '@eventbridge-kit/issue';
import { VALID_INPUTS } from '@eventbridge-kit/testkit/bpmn';

/** One task with its variables and the answer that EventBridge gives it. */
export interface AgreementCase {
  readonly name: string;
  /** By target, in the order of the mappings. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly retries: string;
  readonly variables: JsonObject;
  readonly answer: AnswerName;
  /** Why only the engine can tell: a preview says that it does not know. */
  readonly unknown?: string;
  /** The engine makes no job of it: an input mapping fails. */
  readonly noJob?: true;
}

type Change = Partial<Omit<AgreementCase, 'inputs' | 'name'>> & {
  readonly inputs?: Readonly<Record<string, string | null>>;
};

/** Variables of each case that has none of its own. */
const VARIABLES: JsonObject = {
  order: {
    id: 'A-1042',
    customer: 'Ada Lovelace',
    currency: 'EUR',
    placed: '2026-11-23T10:00:00Z',
    express: true,
    items: [
      { sku: 'TEA-01', quantity: 2, price: 12.5 },
      { sku: 'CUP-07', quantity: 1, price: 9 },
    ],
  },
  nothing: null,
  bus: 'orders',
};

/** A failed job is tried again an hour later: not while the table runs. */
const HEADERS = { retryBackoff: 'PT1H' };

function one(name: string, { inputs = {}, headers = {}, ...change }: Change): AgreementCase {
  const all = Object.entries({ ...VALID_INPUTS, ...inputs });
  return {
    name,
    inputs: Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null)),
    headers: { ...HEADERS, ...headers },
    retries: '3',
    variables: VARIABLES,
    answer: 'accepted',
    ...change,
  };
}

/** Payloads in FEEL. */
const DETAILS: readonly string[] = [
  '={id: order.id}',
  '=order',
  '={customer: {name: order.customer, express: order.express}}',
  '={total: sum(for item in order.items return item.price * item.quantity)}',
  '={skus: order.items.sku}',
  '={first: order.items[1].sku, last: order.items[-1].sku}',
  '={dear: order.items[item.price > 10]}',
  '={count: count(order.items), any: some item in order.items satisfies item.price > 12}',
  '={text: upper case(order.id) + "-" + string(count(order.items))}',
  '={cut: substring(order.customer, 1, 3), before: substring before(order.id, "-")}',
  '={found: contains(order.customer, "Love"), matches: matches(order.id, "^[A-Z]-[0-9]+$")}',
  '={replaced: replace(order.customer, "[aeiou]", "*")}',
  '={parts: split(order.id, "-")}',
  '={joined: string join(order.items.sku, ", ")}',
  '={sum: 0.1 + 0.2, product: 1.5 * 3, quotient: 7 / 2}',
  '={rounded: round half up(3.14159, 2), floor: floor(-1.5), modulo: modulo(7, 3)}',
  '={large: 9007199254740993, exact: 12345678901234567}',
  '={negative: -42, zero: 0}',
  '={a: null, b: nothing, c: order.missing}',
  '={yes: true and false, no: not(true), or: true or null}',
  '={date: date("2026-11-23"), time: time("10:00:00Z"), at: date and time("2026-11-23T10:00:00Z")}',
  '={days: duration("P3D"), months: duration("P1Y2M"), hours: duration("PT36H")}',
  '={later: date("2026-11-23") + duration("P10D")}',
  '={year: date(order.placed).year, week: day of week(date("2026-11-23"))}',
  '={choice: if order.express then "fast" else "slow"}',
  '={between: 5 in [1..10], not: 5 in (5..10]}',
  '={merged: context merge({a: 1}, {b: 2}), put: context put({a: 1}, "c", 3)}',
  '={keys: get entries({a: 1})}',
  '={sorted: sort([3, 1, 2], function(x, y) x < y), distinct: distinct values([1, 2, 2])}',
  '={flat: flatten([[1, 2], [3]]), reversed: reverse([1, 2, 3])}',
  '={min: min([3, 1, 2]), max: max([3, 1, 2]), mean: mean([1, 2, 3])}',
  '={inner: {a: 1, b: a + 1}.b}',
  '={quote: "say \\"hi\\"", line: "one\\ntwo", tab: "a\\tb"}',
  '={emoji: "\u{1f600}", umlaut: "Größe", length: string length("Größe")}',
  '={defined: is defined(order.id), undefined: is defined(order.none)}',
  '={or: get or else(order.none, "else")}',
  '={number: number("12.50"), text: string(12.50)}',
  '={list: append([1], 2), index: index of([1, 2, 1], 1)}',
];

/** Static payloads: text that a job gets as it is. */
const STATIC_DETAILS: readonly string[] = [
  '{"id": 1}',
  '{ "price": 12.50, "big": 9007199254740993 }',
  '{"nested": {"list": [1, "two", null, true]}}',
  '{"text": "Größe \u{1f600}"}',
];

const ON_ERROR = '=if error != null then bpmnError("REJECTED", error.message, {code: error.code}) else null';

export const AGREEMENT_CASES: readonly AgreementCase[] = [
  ...DETAILS.map((detail) => one(`payload ${detail}`, { inputs: { 'input.detail': detail } })),
  ...STATIC_DETAILS.map((detail) => one(`static payload ${detail}`, { inputs: { 'input.detail': detail } })),

  one('a source of parts', { inputs: { 'input.source': '="com.example." + lower case("ORDERS")' } }),
  one('a bus of a variable', { inputs: { 'input.eventBusName': '=bus' } }),
  one('a detail type of an earlier mapping', { inputs: { 'input.detailType': '="Order from " + source' } }),
  one('a detail type with an escape', { inputs: { 'input.detailType': 'Order "placed"' } }),
  one('resources', { inputs: { 'input.resources': '=["arn:aws:s3:::orders", "order/" + order.id]' } }),
  one('a time', { inputs: { 'input.time': '=string(date and time(order.placed))' } }),
  one('a trace header', {
    inputs: { 'input.traceHeader': 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1' },
  }),
  one('the default chain', {
    inputs: {
      'authentication.type': 'defaultCredentialsChain',
      'authentication.accessKey': null,
      'authentication.secretKey': null,
    },
  }),
  one('emptied fields', { inputs: { 'input.time': '', 'input.traceHeader': '', 'configuration.endpoint': '' } }),

  one('a source that is reserved', { inputs: { 'input.source': 'aws.orders' } }),
  one('a source that is null', { inputs: { 'input.source': '=order.none' } }),
  one('no source', { inputs: { 'input.source': null } }),
  one('a detail type that is too long', { inputs: { 'input.detailType': 'x'.repeat(129) } }),
  one('a detail that is a list', { inputs: { 'input.detail': '=order.items' } }),
  one('a detail that is no JSON', { inputs: { 'input.detail': '{ "half": ' } }),
  one('a region with a slip', { inputs: { 'configuration.region': 'eu-central-7' } }),
  one('a bus with blanks', { inputs: { 'input.eventBusName': 'my orders' } }),
  one('a source that is a number', { inputs: { 'input.source': '=42' } }),
  one('a secret that nobody has', { inputs: { 'authentication.accessKey': '{{secrets.NO_SUCH_SECRET}}' } }),
  one('a secret where none resolves', { inputs: { 'input.detailType': '{{secrets.AWS_ACCESS_KEY}}' } }),
  one('a retry backoff that is none', { headers: { retryBackoff: 'soon' } }),
  one('a result expression with a mistake', { headers: { resultExpression: '={id: ' } }),
  one('several mistakes', { inputs: { 'input.source': '', 'input.detailType': '', 'configuration.region': '' } }),

  one('a result variable', { headers: { resultVariable: 'sent' } }),
  one('a result expression', {
    headers: { resultExpression: '={id: response.entries[1].eventId, failed: failedEntryCount}' },
  }),
  one('both', { headers: { resultVariable: 'sent', resultExpression: '={sent: "over", more: 1}' } }),
  one('a result expression that gives null', { headers: { resultExpression: '=null' } }),
  one('a result expression that gives a text', { headers: { resultExpression: '="text"' } }),
  one('an error expression after success', {
    headers: { errorExpression: '=if failedEntryCount = 0 then jobError("not so", {x: 1}, 2) else null' },
  }),
  one('an ignored error', {
    answer: 'throttled',
    headers: { errorExpression: '=if error != null then ignoreError({lost: true}) else null' },
  }),
  one('a BPMN error of a rejected entry', { answer: 'rejected', headers: { errorExpression: ON_ERROR } }),
  one('a BPMN error of a call that is denied', { answer: 'denied', headers: { errorExpression: ON_ERROR } }),
  one('a job error with a growing wait', {
    answer: 'throttled',
    headers: { errorExpression: '=jobError("again", {}, job.retries - 1, @"PT2H")' },
  }),
  ...(['rejected', 'throttled', 'denied', 'timeout'] as const).map((answer) =>
    one(`${answer}, and nothing said about it`, { answer }),
  ),
  one('the last retry', { answer: 'throttled', retries: '1' }),
  one('retries by FEEL', { answer: 'throttled', retries: '=2 + 3' }),
  one('an error expression with a mistake of types', {
    answer: 'denied',
    headers: { errorExpression: '=bpmnError(1, 2)' },
  }),

  one('an input that the engine cannot map', {
    inputs: { 'input.detail': '=assert(order.none, order.none != null)' },
    noJob: true,
  }),

  one('a cluster variable', {
    inputs: { 'input.source': '=camunda.vars.env.SOURCE' },
    unknown: 'only a cluster has cluster variables',
  }),
  one('a secret of the engine', {
    inputs: { 'authentication.secretKey': '=camunda.secrets.AWS_SECRET_KEY' },
    unknown: 'the engine alone resolves its secrets',
  }),
  one('a pattern that looks behind', {
    inputs: { 'input.detail': '={found: matches(order.id, "(?<=A)-")}' },
    unknown: 'patterns run in linear time here, which has no look-behind',
  }),
];
