import { hideKeyShapes } from '@eventbridge-kit/event-job';
import { isJsonObject, isRecord, parseJson, type Json } from '@eventbridge-kit/issue';
import { textOf, type ModdleElement } from '../host/moddle.ts';
import type { SampleStorage } from './sample-storage.ts';

/** Sample variables that a person kept under a name. */
export interface SampleSet {
  readonly name: string;
  /** JSON text of an object. */
  readonly text: string;
}

/** What an exported file is, told by its first member. */
const FORMAT = 'eventbridge-kit-samples';

/** More would be no list to choose from, and longer no text to keep. */
const MAX_SETS = 100;
const MAX_NAME_CHARS = 80;
const MAX_TEXT_CHARS = 1_000_000;

/** The samples of one task. What looks like a key of AWS is never kept. */
export class SampleSets {
  readonly #storage: SampleStorage;
  readonly #key: string;

  constructor(storage: SampleStorage, task: ModdleElement) {
    this.#storage = storage;
    this.#key = `${FORMAT}/${processOf(task)}/${textOf(task, 'id') ?? ''}`;
  }

  async all(): Promise<readonly SampleSet[]> {
    const text = await this.#storage.get(this.#key);
    const read = text === undefined ? undefined : readSampleFile(text);
    return read?.ok === true ? read.sets : [];
  }

  /** Keeps a sample, in place of one of the same name. */
  async keep(...sets: readonly SampleSet[]): Promise<readonly SampleSet[]> {
    const names = new Set(sets.map(({ name }) => name));
    const others = (await this.all()).filter(({ name }) => !names.has(name));
    return this.#write([...others, ...sets].slice(-MAX_SETS));
  }

  async remove(name: string): Promise<readonly SampleSet[]> {
    return this.#write((await this.all()).filter((set) => set.name !== name));
  }

  async #write(sets: readonly SampleSet[]): Promise<readonly SampleSet[]> {
    await this.#storage.set(this.#key, sampleFile(sets));
    return this.all();
  }
}

/** The samples as the text of a file. */
export function sampleFile(sets: readonly SampleSet[]): string {
  const samples = sets.map(({ name, text }) => ({ name, variables: parseJson(hideKeyShapes(text)) ?? {} }));
  return `${JSON.stringify({ format: FORMAT, version: 1, samples }, null, 2)}\n`;
}

export type SampleFileRead =
  { readonly ok: true; readonly sets: readonly SampleSet[] } | { readonly ok: false; readonly message: string };

/** Reads such a file; what it says is wrong names what to choose instead. */
export function readSampleFile(text: string): SampleFileRead {
  const file = text.length > MAX_SETS * MAX_TEXT_CHARS ? undefined : parseJson(text);
  const samples = isJsonObject(file) && file['format'] === FORMAT ? file['samples'] : undefined;
  if (!Array.isArray(samples))
    return { ok: false, message: 'This is no file of samples. Choose one that was exported here.' };
  return { ok: true, sets: samples.flatMap(readSet).slice(0, MAX_SETS) };
}

function readSet(sample: Json): readonly SampleSet[] {
  if (!isRecord(sample)) return [];
  const { name, variables } = sample;
  if (typeof name !== 'string' || name.trim() === '' || !isJsonObject(variables)) return [];
  const text = JSON.stringify(variables, null, 2);
  return text.length > MAX_TEXT_CHARS ? [] : [{ name: name.slice(0, MAX_NAME_CHARS), text }];
}

/** Id of the process that the task stands in. */
function processOf(task: ModdleElement): string {
  let process = task;
  for (let parent = task.$parent; parent && parent.$type !== 'bpmn:Definitions'; parent = parent.$parent)
    process = parent;
  return textOf(process, 'id') ?? '';
}
