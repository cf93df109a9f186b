import { engineText } from '../model/engine-version.ts';
import { fieldsOf, type EventTask } from '../model/event-task.ts';

/** What the task's own rules depend on, as text: while it stays, so do their findings. */
export function fingerprint(task: EventTask): string {
  const { id, name, elementType, engine, jobType, retries, template } = task;
  const fields = fieldsOf(task).map((field) => [field.place, field.name, field.text]);
  // A path counts extension elements of all kinds: it may move while no text does.
  const paths = [...fieldsOf(task), jobType, retries].map((text) => text?.path.slice(0, 3));
  return JSON.stringify([
    id,
    name,
    elementType,
    engine && engineText(engine),
    jobType?.text,
    retries?.text,
    template,
    fields,
    paths,
  ]);
}

/** What the rules about the whole diagram depend on in one task. */
export function sharedFingerprint({ id, name, headers, inputs, outputs }: EventTask): string {
  return JSON.stringify([
    id,
    name,
    headers.map((header) => [header.name, header.text, header.path]),
    inputs.map((input) => input.name),
    outputs.map((output) => [output.name, output.path]),
  ]);
}

/**
 * The part of a task that concerns other tasks. What a rule learns of it stays in memory: the texts of the inputs, which
 * may be megabytes, do not.
 */
export function outlineOf(task: EventTask): EventTask {
  const withoutText = <Field extends object>(field: Field): Field & { readonly text: string } => ({
    ...field,
    text: '',
  });
  return { ...task, inputs: task.inputs.map(withoutText), outputs: task.outputs.map(withoutText) };
}
