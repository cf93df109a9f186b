import type { InputMapping, JsonObject, TaskSource, TestSendRequest } from '@eventbridge-kit/connector';

export type RequestResult =
  | { readonly ok: true; readonly request: TestSendRequest }
  /** Each says what is wrong, what was found and what to send instead. */
  | { readonly ok: false; readonly messages: readonly string[] };

/** Inputs and headers of one task; far more than any template has. */
const MAX_ITEMS = 1_000;

/** Reads a test send request. What the request does not know of is left out. */
export function parseTestSendRequest(body: unknown): RequestResult {
  const reader = createReader();
  const root = reader.object(body, 'the body');
  const task = reader.object(root['task'], 'task');
  const request: TestSendRequest = {
    task: {
      elementId: reader.text(task['elementId'], 'task.elementId'),
      jobType: reader.text(task['jobType'], 'task.jobType'),
      inputs: reader.list(task['inputs'], 'task.inputs').map((item, index) => readInput(reader, item, index)),
      headers: readHeaders(reader, task['headers']),
      ...readRetries(reader, task['retries']),
    },
    variables: reader.object(root['variables'], 'variables') as JsonObject,
    dryRun: reader.flag(root['dryRun'], 'dryRun'),
  };
  return reader.messages.length > 0 ? { ok: false, messages: reader.messages } : { ok: true, request };
}

function readInput(reader: Reader, item: unknown, index: number): InputMapping {
  const name = `task.inputs[${index}]`;
  const mapping = reader.object(item, name);
  return {
    target: reader.text(mapping['target'], `${name}.target`),
    source: reader.text(mapping['source'], `${name}.source`),
  };
}

function readHeaders(reader: Reader, value: unknown): Record<string, string> {
  const entries = Object.entries(reader.object(value, 'task.headers'));
  reader.limit(entries.length, 'task.headers');
  return Object.fromEntries(entries.map(([name, text]) => [name, reader.text(text, `task.headers.${name}`)]));
}

function readRetries(reader: Reader, value: unknown): Pick<TaskSource, 'retries'> {
  return value === undefined ? {} : { retries: reader.text(value, 'task.retries') };
}

interface Reader {
  readonly messages: string[];
  object(value: unknown, name: string): Record<string, unknown>;
  list(value: unknown, name: string): readonly unknown[];
  text(value: unknown, name: string): string;
  flag(value: unknown, name: string): boolean;
  limit(count: number, name: string): void;
}

function createReader(): Reader {
  const messages: string[] = [];
  const wrong = (name: string, found: unknown, instead: string): void => {
    messages.push(`${name} is not what a test send needs: found ${kindOf(found)}, send ${instead}.`);
  };
  const limit = (count: number, name: string): void => {
    if (count > MAX_ITEMS) messages.push(`${name} is too long: found ${count} items, send at most ${MAX_ITEMS}.`);
  };
  return {
    messages,
    limit,
    object: (value, name) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
      wrong(name, value, 'an object');
      return {};
    },
    list: (value, name) => {
      if (Array.isArray(value)) {
        limit(value.length, name);
        return value as unknown[];
      }
      wrong(name, value, 'a list');
      return [];
    },
    text: (value, name) => {
      if (typeof value === 'string') return value;
      wrong(name, value, 'a text');
      return '';
    },
    flag: (value, name) => {
      if (typeof value === 'boolean') return value;
      wrong(name, value, 'true or false');
      return false;
    },
  };
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
