/** How a job ended; `none`: it has not. */
export type Ending = 'completed' | 'bpmnError' | 'incident' | 'cancelled' | 'none';

/** Events of this detail type are always rejected by the bus. */
export const REFUSED_DETAIL_TYPE = 'Refused';
/** The entry error code with which it does. */
export const REFUSED_CODE = 'MalformedDetail';
/** The BPMN error that some tasks make of it. */
export const BPMN_ERROR_CODE = 'EVENT_REFUSED';
/** A bus to which nobody may send: AWS refuses the whole call for one entry that is for it. */
export const CLOSED_BUS = 'closed';

interface Kind {
  /** For the table. */
  readonly title: string;
  /** Share of all jobs. */
  readonly share: number;
  /** Whether its event may be accepted. */
  readonly maySend: boolean;
  readonly eventBusName: string;
  readonly source: string;
  readonly detailType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How a job of this kind may end, beside being cancelled. */
  readonly mayEnd: readonly Ending[];
  /** What the worker says of such a job where it fails for its own fault; said of another kind of job, it has done harm. */
  readonly poison: RegExp | undefined;
}

const HEADERS = {
  retryBackoff: 'PT20S',
  resultExpression: '={ eventId: response.entries[1].eventId }',
};
const PLAIN = {
  maySend: true,
  eventBusName: 'default',
  source: 'com.example.soak',
  detailType: 'Soaked',
  headers: HEADERS,
  mayEnd: ['completed', 'incident'],
  poison: undefined,
} as const satisfies Partial<Kind>;

const REFUSED = {
  ...PLAIN,
  maySend: false,
  detailType: REFUSED_DETAIL_TYPE,
  mayEnd: ['incident'],
  poison: /^Amazon EventBridge rejected the event: MalformedDetail/,
} as const satisfies Partial<Kind>;

/** A result expression that runs when the event is accepted. */
function result(resultExpression: string) {
  return { headers: { ...HEADERS, resultExpression } };
}
function error(errorExpression: string) {
  return { headers: { ...HEADERS, errorExpression } };
}

/** Tasks as diagrams have them, right, wrong and poisonous: what hangs, fells or misleads a worker that is not made for it. */
export const JOB_KINDS = {
  plain: { ...PLAIN, title: 'plain', share: 0.88 },
  refused: { ...REFUSED, title: 'refused by the bus', share: 0.02 },
  bpmnError: {
    ...REFUSED,
    ...error(`=if error.code = "${REFUSED_CODE}" then bpmnError("${BPMN_ERROR_CODE}", error.message) else null`),
    title: 'refused, with a BPMN error',
    share: 0.02,
    mayEnd: ['bpmnError', 'incident'],
  },
  wrongInput: {
    ...PLAIN,
    title: 'wrong input',
    share: 0.02,
    maySend: false,
    source: 'aws.soak',
    mayEnd: ['incident'],
    poison: /^input\.source: /,
  },
  closedBus: {
    ...PLAIN,
    title: 'a bus that is closed to it',
    share: 0.02,
    maySend: false,
    eventBusName: CLOSED_BUS,
    mayEnd: ['incident'],
    poison: new RegExp(`AccessDeniedException.*event-bus/${CLOSED_BUS}`),
  },
  brokenExpression: {
    ...PLAIN,
    ...result('={a: '),
    title: 'a broken expression',
    share: 0.01,
    maySend: false,
    mayEnd: ['incident'],
    poison: /resultExpression/,
  },
  emptyErrorCode: {
    ...REFUSED,
    ...error('=bpmnError("", error.message)'),
    title: 'an empty error code',
    share: 0.01,
    poison: /The code of bpmnError is empty/,
  },
  slowPattern: {
    ...PLAIN,
    ...result('={ matched: matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a|a|a|a)*$") }'),
    title: 'a pattern that backtracks',
    share: 0.01,
    poison: /resultExpression/,
  },
  greedyMemory: {
    ...PLAIN,
    ...result(
      '={ x: count(for i in 1..9 return if i = 1 then "aaaaaaaaaa" else replace(partial[-1], "a", "aaaaaaaaaa")) }',
    ),
    title: 'an expression that fills memory',
    share: 0.01,
    mayEnd: ['incident'],
    poison: /resultExpression/,
  },
} satisfies Readonly<Record<string, Kind>>;

export type JobKind = keyof typeof JOB_KINDS;

export const KIND_NAMES = Object.keys(JOB_KINDS) as JobKind[]; // the keys of the table are its names

/** @param draw from 0 (included) to 1 (excluded) */
export function kindFor(draw: number): JobKind {
  let rest = draw;
  for (const name of KIND_NAMES) {
    rest -= JOB_KINDS[name].share;
    if (rest < 0) return name;
  }
  return 'plain';
}

/** What the engine hands out with a job: its variables, and which time this is. */
export function variablesOf(kind: JobKind, job: string, activation: number): object {
  const { eventBusName, source, detailType } = JOB_KINDS[kind];
  return {
    authentication: {
      type: 'credentials',
      accessKey: '{{secrets.AWS_ACCESS_KEY}}',
      secretKey: '{{secrets.AWS_SECRET_KEY}}',
    },
    configuration: { region: 'eu-central-1' },
    // A real engine hands out the same variables each time; the number tells the ledgers which time an event is of.
    input: { eventBusName, source, detailType, detail: { job, activation, note: 'soaked for a while' } },
  };
}
