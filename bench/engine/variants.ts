/** A worker of the benchmark. */
export interface Variant {
  /** What the table says of it. */
  readonly summary: string;
  /** False: it completes jobs without an event, so the endpoint hears nothing of it, and its own word counts. */
  readonly sends: boolean;
  /** File in `children/`; absent: the packed worker's command. */
  readonly child?: string;
}

/** In the order of the table; what the others are measured against, last. */
export const VARIANTS = {
  'sdk-poll': {
    summary: "Camunda's SDK polls, one call of a shared AWS client for each job",
    sends: true,
    child: 'sdk-poll',
  },
  'sdk-batched': { summary: 'the same with up to ten jobs a call', sends: true, child: 'sdk-batched' },
  'thirty-lines': {
    summary: 'jobs streamed and polled, ten events a call of a shared AWS client; evaluates, checks and keeps nothing',
    sends: true,
    child: 'thirty-lines',
  },
  ours: { summary: 'camunda-eventbridge-worker, packed, with its default settings', sends: true },
  floor: { summary: 'jobs streamed and polled, completed at once, nothing sent', sends: false, child: 'floor' },
} satisfies Readonly<Record<string, Variant>>;

export type VariantName = keyof typeof VARIANTS;

export function variantOf(name: VariantName): Variant {
  return VARIANTS[name];
}
