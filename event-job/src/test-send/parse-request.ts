import type { InputMapping } from '@eventbridge-kit/connector';
import { isRecord, type JsonObject } from '@eventbridge-kit/issue';
import { parseExact } from './exact-integers.ts';
import type { StatusRequest, TaskSource, TestSendRequest } from './contract.ts';

type RequestResult<Request = TestSendRequest> =
  | { readonly ok: true; readonly request: Request }
  /** Each says what is wrong, what was found and what to send instead. */
  | { readonly ok: false; readonly messages: readonly string[] };

/** What one request may hold; each is far more than any template needs. Counts, and texts in UTF-16 units. */
const MAX = {
  inputs: 200,
  headers: 100,
  /** Names: of an element, a job type, a header. */
  name: 1_000,
  target: 500,
  /** Parts of a target: `input.source` has two. */
  targetParts: 20,
  /** The largest event, as a text: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
  text: 1_048_576,
  messages: 20,
  secrets: 100,
} as const;

/** Reads a test send request. Unknown members are ignored. */
export function parseTestSendRequest(body: unknown): RequestResult {
  const reader = new Reader();
  const root = reader.object(body, 'the body');
  const task = reader.object(root['task'], 'task');
  const request: TestSendRequest = {
    task: {
      elementId: reader.text(task['elementId'], 'task.elementId', MAX.name),
      jobType: reader.text(task['jobType'], 'task.jobType', MAX.name),
      inputs: reader
        .list(task['inputs'], 'task.inputs', MAX.inputs)
        .map((item, index) => readInput(reader, item, `task.inputs[${index}]`)),
      headers: readHeaders(reader, task['headers']),
      ...readRetries(reader, task['retries']),
    },
    variables: readVariables(reader, root),
    dryRun: reader.flag(root['dryRun'], 'dryRun'),
    ...(root['onlyLocal'] !== undefined && { onlyLocal: reader.flag(root['onlyLocal'], 'onlyLocal') }),
  };
  return reader.messages.length > 0 ? { ok: false, messages: reader.messages } : { ok: true, request };
}

/** Whether a body is a question about the service, and no test send. */
export function asksStatus(body: unknown): boolean {
  return isRecord(body) && body['ask'] === 'status';
}

/** Reads such a question. Unknown members are ignored. */
export function parseStatusRequest(body: unknown): RequestResult<StatusRequest> {
  const reader = new Reader();
  const root = reader.object(body, 'the body');
  const text = (name: 'endpoint' | 'region'): Partial<StatusRequest> =>
    root[name] === undefined ? {} : { [name]: reader.text(root[name], name, MAX.name) };
  const request: StatusRequest = {
    ask: 'status',
    secrets: reader
      .list(root['secrets'], 'secrets', MAX.secrets)
      .map((item, index) => reader.text(item, `secrets[${index}]`, MAX.name)),
    ...text('endpoint'),
    ...text('region'),
  };
  return reader.messages.length > 0 ? { ok: false, messages: reader.messages } : { ok: true, request };
}

/** The text counts where there is one: no number in it was rounded. */
function readVariables(reader: Reader, root: Readonly<Record<string, unknown>>): JsonObject {
  const { variables, variablesText } = root;
  if (variablesText === undefined) return reader.object(variables, 'variables') as JsonObject;
  const text = reader.text(variablesText, 'variablesText', Infinity);
  const parsed = parseExact(text);
  return reader.object(parsed, 'variablesText') as JsonObject;
}

function readInput(reader: Reader, item: unknown, name: string): InputMapping {
  const mapping = reader.object(item, name);
  const target = reader.text(mapping['target'], `${name}.target`, MAX.target);
  reader.limit(target.split('.').length, `${name}.target`, 'names between dots', MAX.targetParts);
  return { target, source: reader.text(mapping['source'], `${name}.source`, MAX.text) };
}

function readHeaders(reader: Reader, value: unknown): Record<string, string> {
  const headers = reader.object(value, 'task.headers');
  const names = Object.keys(headers);
  if (!reader.limit(names.length, 'task.headers', 'items', MAX.headers)) return {};
  return Object.fromEntries(
    names.map((name) => {
      const place = `task.headers.${name.slice(0, 50)}`;
      reader.limit(name.length, place, 'characters', MAX.name);
      return [name, reader.text(headers[name], place, MAX.text)];
    }),
  );
}

function readRetries(reader: Reader, value: unknown): Pick<TaskSource, 'retries'> {
  return value === undefined ? {} : { retries: reader.text(value, 'task.retries', MAX.text) };
}

/** Reads values as the types they should have, and keeps what is wrong with them. */
class Reader {
  readonly #messages: string[] = [];
  #more = 0;

  /** The first problems, and how many more there are. */
  get messages(): readonly string[] {
    return this.#more === 0 ? this.#messages : [...this.#messages, `And ${this.#more} more.`];
  }

  object(value: unknown, name: string): Readonly<Record<string, unknown>> {
    if (isRecord(value)) return { ...value };
    this.#wrong(name, value, 'an object');
    return {};
  }

  /** A list that is too long counts as empty: its items are not looked at. */
  list(value: unknown, name: string, max: number): readonly unknown[] {
    if (Array.isArray(value)) return this.limit(value.length, name, 'items', max) ? (value as unknown[]) : [];
    this.#wrong(name, value, 'a list');
    return [];
  }

  text(value: unknown, name: string, max: number): string {
    if (typeof value === 'string') return this.limit(value.length, name, 'characters', max) ? value : '';
    this.#wrong(name, value, 'a text');
    return '';
  }

  flag(value: unknown, name: string): boolean {
    if (typeof value === 'boolean') return value;
    this.#wrong(name, value, 'true or false');
    return false;
  }

  limit(count: number, name: string, unit: string, max: number): boolean {
    if (count > max) this.#tell(`${name} is too long: found ${count} ${unit}, send at most ${max}.`);
    return count <= max;
  }

  #wrong(name: string, found: unknown, instead: string): void {
    this.#tell(`${name} is not what a test send needs: found ${kindOf(found)}, send ${instead}.`);
  }

  #tell(message: string): void {
    if (this.#messages.length < MAX.messages) this.#messages.push(message);
    else this.#more += 1;
  }
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
