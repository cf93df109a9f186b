import {
  ANSWERS,
  pastedAnswer,
  previewTask,
  rejectedWith,
  type Answer,
  type AnswerName,
  type PreviewResult,
  type ServiceStatus,
  type StatusRequest,
  type TaskPreview,
  type TaskSource,
} from '@eventbridge-kit/event-job';
import { secretNamesOf } from '@eventbridge-kit/connector';
import { thrownText } from '@eventbridge-kit/issue';
import type { FeelWorld } from 'camunda-feel';
import type { HostEventBus } from '../host/bpmn-js.ts';
import { sentText } from '../test-send/session.ts';
import type { EventBridgeTestSend } from '../test-send/test-send.ts';
import { parseVariables, type ParsedVariables } from '../test-send/variables-text.ts';
import { Pace } from './pace.ts';

/** An answer of EventBridge that the panel shows: one of the usual ones, or the one that a person pasted. */
export type ShownAnswer = AnswerName | 'pasted';

export type PreviewState =
  | { readonly status: 'none' }
  /** Too much text to follow the typing: it is computed when it is asked for. */
  | { readonly status: 'paused' }
  | { readonly status: 'invalid'; readonly problem: Extract<ParsedVariables, { readonly ok: false }> }
  | { readonly status: 'tooMuch'; readonly message: string }
  | { readonly status: 'ready'; readonly preview: TaskPreview };

/** What the service told of itself; `failed` where it could not be asked. */
export type KnownStatus =
  | { readonly status: 'notAsked' }
  | { readonly status: 'known'; readonly told: ServiceStatus }
  | { readonly status: 'failed'; readonly message: string };

/** Longest sample variables that the preview follows while they are typed, in characters: 1 MiB of plain text. */
export const MAX_LIVE_CHARS = 1_048_576;

/** The service is asked once names of secrets and endpoints stand still for so long, in milliseconds. */
const ASK_AFTER_MS = 400;

/** What a preview may hang on: the task, its variables, and the diagram around it, where its errors are caught. */
const EVENTS = ['eventBridgeTestSend.changed', 'commandStack.changed'];

/** The preview of the open task, as the diagram and the sample variables have it now. No service is needed for it. */
export class LivePreview {
  readonly #testSend: EventBridgeTestSend;
  readonly #eventBus: HostEventBus;
  readonly #pace = new Pace(() => this.#compute());
  readonly #unguessable = randomText();
  readonly #listen = (): void => this.#changed();
  #state: PreviewState = { status: 'none' };
  #service: KnownStatus = { status: 'notAsked' };
  #asked = '';
  #asking: ReturnType<typeof setTimeout> | undefined;
  #isForced = false;
  #shown: ShownAnswer = 'accepted';
  #rejectedCode = 'NotAuthorizedForSourceException';
  #pastedText = '';

  constructor(testSend: EventBridgeTestSend, eventBus: HostEventBus) {
    this.#testSend = testSend;
    this.#eventBus = eventBus;
    eventBus.on(EVENTS, 1500, this.#listen);
    this.#changed();
  }

  dispose(): void {
    for (const event of EVENTS) this.#eventBus.off(event, this.#listen);
    this.#pace.stop();
    clearTimeout(this.#asking);
  }

  get state(): PreviewState {
    return this.#state;
  }

  get service(): KnownStatus {
    return this.#service;
  }

  /** The answer whose end is shown in full, and whose BPMN error is followed in the diagram. */
  get shown(): ShownAnswer {
    return this.#shown;
  }

  get rejectedCode(): string {
    return this.#rejectedCode;
  }

  get pastedText(): string {
    return this.#pastedText;
  }

  /** What is wrong with the pasted response; nothing where there is none. */
  get pastedProblem(): string | undefined {
    if (this.#pastedText.trim() === '') return undefined;
    const read = pastedAnswer(this.#pastedText);
    return read.ok ? undefined : read.message;
  }

  show(answer: ShownAnswer): void {
    this.#shown = answer;
    this.#tell();
  }

  rejectWith(code: string): void {
    this.#rejectedCode = code;
    this.#pace.due();
  }

  paste(text: string): void {
    this.#pastedText = text;
    this.#pace.due();
  }

  /** What a task would do, with answers of the caller's. */
  of<Name extends string>(
    task: TaskSource,
    variablesText: string,
    answers: Readonly<Record<Name, Answer>>,
  ): Promise<PreviewResult<Name>> {
    return previewTask(task, variablesText, answers, {
      world,
      isKnownSecret: (name) => this.#isKnown(name),
      unguessable: this.#unguessable,
    });
  }

  /** Computes a preview that does not follow the typing. */
  computeNow(): void {
    this.#isForced = true;
    this.#pace.due();
  }

  #changed(): void {
    // a service that was away may be there by now
    if (this.#service.status === 'failed') this.#asked = '';
    this.#askWhenStill();
    this.#pace.due();
  }

  async #compute(): Promise<void> {
    const { task, session } = this.#testSend;
    if (!task || !session) return;
    const { text } = session.variables;
    if (text.length > MAX_LIVE_CHARS && !this.#isForced) {
      this.#set({ status: 'paused' });
      return;
    }
    this.#isForced = false;
    const parsed = parseVariables(text);
    if (!parsed.ok) {
      this.#set({ status: 'invalid', problem: parsed });
      return;
    }
    const result = await this.of(task, sentText(session.variables), this.#answers());
    if (this.#testSend.task === undefined) return;
    this.#set(
      result.ok ? { status: 'ready', preview: result.preview } : { status: 'tooMuch', message: result.message },
    );
  }

  #answers(): Readonly<Record<string, Answer>> {
    const pasted = this.#pastedText.trim() === '' ? undefined : pastedAnswer(this.#pastedText);
    return {
      ...ANSWERS,
      rejected: rejectedWith(this.#rejectedCode),
      ...(pasted?.ok === true && { pasted: pasted.answer }),
    };
  }

  #isKnown(name: string): boolean | undefined {
    if (this.#service.status !== 'known') return undefined;
    return this.#service.told.secrets.find((secret) => secret.name === name)?.known;
  }

  /** Asks the service again where it would say something else. */
  #askWhenStill(): void {
    const { task, askStatus } = this.#testSend;
    if (!task || !askStatus) return;
    const place = this.#state.status === 'ready' ? this.#state.preview.place : {};
    const question: StatusRequest = {
      ask: 'status',
      secrets: [...secretNamesOf(task.inputs)].sort(),
      ...(place.endpoint !== undefined && { endpoint: place.endpoint }),
      ...(place.region !== undefined && { region: place.region }),
    };
    const key = JSON.stringify(question);
    if (key === this.#asked) return;
    this.#asked = key;
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => {
      askStatus(question).then(
        (told) => this.#setService(key, { status: 'known', told }),
        (error: unknown) => this.#setService(key, { status: 'failed', message: thrownText(error) }),
      );
    }, ASK_AFTER_MS);
  }

  #setService(key: string, service: KnownStatus): void {
    if (key !== this.#asked) return;
    this.#service = service;
    this.#pace.due();
  }

  #set(state: PreviewState): void {
    this.#state = state;
    this.#askWhenStill();
    this.#tell();
  }

  #tell(): void {
    this.#eventBus.fire('eventBridgeTestSend.previewed', {});
  }
}

const world: FeelWorld = {
  now: () => ({ epochMs: Date.now() }),
  random: () => Math.random(),
  uuid: () => {
    const [a, b, c] = [randomText(), randomText(), randomText()];
    return `${a.slice(0, 8)}-${a.slice(8, 12)}-4${b.slice(0, 3)}-a${b.slice(3, 6)}-${c.slice(0, 12)}`;
  },
};

/** 32 hexadecimal digits, in pages of any origin. */
function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
