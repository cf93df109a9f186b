import type { Json, JsonObject } from '@eventbridge-kit/issue';
import type { RunEvent } from '../../run-events.ts';
import type { EngineRecord } from './engine.ts';

/** Elements at which an instance waits for somebody or something outside. */
const WAITING = new Set([
  'USER_TASK',
  'MANUAL_TASK',
  'RECEIVE_TASK',
  'INTERMEDIATE_CATCH_EVENT',
  'EVENT_BASED_GATEWAY',
]);

/** Elements that hold others: they are active while those are. */
const SCOPES = new Set(['PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY', 'AD_HOC_SUB_PROCESS']);

/** What the engine writes of a job whose outcome it took from a worker, for good. */
const ENDED_BY_WORKER = new Set(['COMPLETED', 'ERROR_THROWN']);

const STATES: Readonly<Record<string, 'active' | 'completed' | 'terminated'>> = {
  ELEMENT_ACTIVATED: 'active',
  ELEMENT_COMPLETED: 'completed',
  ELEMENT_TERMINATED: 'terminated',
};

/** Follows one instance through its engine's records. */
export class InstanceLog {
  readonly #key: number;
  readonly #servedJobTypes: ReadonlySet<string>;
  readonly #emit: (event: RunEvent) => void;
  /** Active elements by their own key, with what is known of their waiting. */
  readonly #active = new Map<Json | undefined, { readonly elementId: string; isWaiting: boolean }>();
  readonly #variables = new Map<string, Json>();
  readonly #reached = new Set<Json | undefined>();
  /** Elements whose job the worker has ended, by the engine's records, and those of which the worker has told. */
  readonly #ended = new Set<Json | undefined>();
  readonly #told = new Set<Json | undefined>();
  #saidWaiting = '';

  constructor(instanceKey: string, servedJobTypes: readonly string[], emit: (event: RunEvent) => void) {
    // The engine writes keys as numbers; those of one partition are exact.
    this.#key = Number(instanceKey);
    this.#servedJobTypes = new Set(servedJobTypes);
    this.#emit = emit;
  }

  /** True once the log has told that this element, by the key of its instance, was reached. */
  hasReached(elementInstanceKey: string): boolean {
    return this.#reached.has(Number(elementInstanceKey));
  }

  /** The worker has told of the job of this element. */
  noteTold(elementInstanceKey: string): void {
    this.#told.add(Number(elementInstanceKey));
  }

  /** True while the worker has yet to tell of a job that it ended: the engine's records may come first. */
  get awaitsWorker(): boolean {
    return [...this.#ended].some((key) => !this.#told.has(key));
  }

  take(record: EngineRecord & { readonly key?: number }): void {
    const { recordType, valueType, intent, value } = record;
    if (recordType !== 'EVENT' || value['processInstanceKey'] !== this.#key) return;
    if (valueType === 'PROCESS_INSTANCE') this.#element(record.key, intent, value);
    else if (valueType === 'VARIABLE') this.#variable(value);
    else if (valueType === 'JOB' && intent === 'CREATED') this.#job(value);
    else if (valueType === 'JOB' && ENDED_BY_WORKER.has(intent)) this.#jobEnded(value);
    else if (valueType === 'INCIDENT' && intent === 'CREATED') this.#incident(value);
    this.#tellWaiting();
  }

  #element(key: number | undefined, intent: string, value: JsonObject): void {
    const state = STATES[intent];
    const { elementId, bpmnElementType } = value;
    if (state === undefined || typeof elementId !== 'string' || typeof bpmnElementType !== 'string') return;
    if (bpmnElementType === 'PROCESS') {
      if (state === 'active') return;
      this.#active.clear();
      this.#emit({ type: 'ended', how: state, variables: Object.fromEntries(this.#variables) });
      return;
    }
    this.#reached.add(key);
    this.#emit({ type: 'element', elementId, state });
    if (state !== 'active') this.#active.delete(key);
    else if (!SCOPES.has(bpmnElementType)) {
      this.#active.set(key, { elementId, isWaiting: WAITING.has(bpmnElementType) });
    }
  }

  /** The process's own variables; those of inner scopes end with them. */
  #variable({ scopeKey, name, value }: JsonObject): void {
    if (scopeKey !== this.#key || typeof name !== 'string' || typeof value !== 'string') return;
    this.#variables.set(name, JSON.parse(value) as Json); // the engine's own JSON
  }

  #job({ elementInstanceKey, type }: JsonObject): void {
    const element = this.#active.get(elementInstanceKey);
    if (element && typeof type === 'string' && !this.#servedJobTypes.has(type)) element.isWaiting = true;
  }

  #jobEnded({ elementInstanceKey, type }: JsonObject): void {
    if (typeof type === 'string' && this.#servedJobTypes.has(type)) this.#ended.add(elementInstanceKey);
  }

  #incident({ elementId, elementInstanceKey, errorMessage }: JsonObject): void {
    if (typeof elementId !== 'string') return;
    const element = this.#active.get(elementInstanceKey);
    if (element) element.isWaiting = true;
    this.#emit({ type: 'incident', elementId, message: typeof errorMessage === 'string' ? errorMessage : '' });
  }

  #tellWaiting(): void {
    const all = [...this.#active.values()];
    const elementIds = all.length > 0 && all.every(({ isWaiting }) => isWaiting) ? all.map((one) => one.elementId) : [];
    const text = elementIds.join(' ');
    if (text !== '' && text !== this.#saidWaiting) this.#emit({ type: 'waiting', elementIds });
    this.#saidWaiting = text;
  }
}
