/** Events of this detail type are always rejected by the bus. */
export const REFUSED_DETAIL_TYPE = 'Refused';
/** The entry error code with which it does. */
export const REFUSED_CODE = 'MalformedDetail';
/** The BPMN error that some tasks make of it. */
export const BPMN_ERROR_CODE = 'EVENT_REFUSED';

interface Kind {
  /** For the table. */
  readonly title: string;
  /** Share of all jobs. */
  readonly share: number;
  /** Whether its event may be accepted. */
  readonly maySend: boolean;
  readonly source: string;
  readonly detailType: string;
  readonly headers: Readonly<Record<string, string>>;
}

const HEADERS = {
  retryBackoff: 'PT20S',
  resultExpression: '={ eventId: response.entries[1].eventId }',
};
const PLAIN = { source: 'com.example.soak', detailType: 'Soaked', headers: HEADERS };

/** Tasks as diagrams have them, right and wrong. */
export const JOB_KINDS = {
  plain: { ...PLAIN, title: 'plain', share: 0.94, maySend: true },
  refused: { ...PLAIN, title: 'refused by the bus', share: 0.02, maySend: false, detailType: REFUSED_DETAIL_TYPE },
  bpmnError: {
    ...PLAIN,
    title: 'refused, with a BPMN error',
    share: 0.02,
    maySend: false,
    detailType: REFUSED_DETAIL_TYPE,
    headers: {
      ...HEADERS,
      errorExpression: `=if error.code = "${REFUSED_CODE}" then bpmnError("${BPMN_ERROR_CODE}", error.message) else null`,
    },
  },
  wrongInput: { ...PLAIN, title: 'wrong input', share: 0.02, maySend: false, source: 'aws.soak' },
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
  const { source, detailType } = JOB_KINDS[kind];
  return {
    authentication: {
      type: 'credentials',
      accessKey: '{{secrets.AWS_ACCESS_KEY}}',
      secretKey: '{{secrets.AWS_SECRET_KEY}}',
    },
    configuration: { region: 'eu-central-1' },
    // A real engine hands out the same variables each time; the number tells the ledgers which time an event is of.
    input: { eventBusName: 'default', source, detailType, detail: { job, activation, note: 'soaked for a while' } },
  };
}
