/**
 * One message for one mistake. Modeler's own rules know two things of an EventBridge task that ours know better: the
 * constraints of its template, and that an expression is no FEEL. The rule, in this order:
 *
 * 1. A report of Modeler's is left out only where an error of ours stands at the same field of the same element: ours
 *    quotes what was found, says what to write, links a page and carries the fix.
 * 2. Only these two kinds are: a constraint of the template, told by the field's label; and `camunda.feelExpressionInvalid`.
 * 3. Everything else that Modeler or another plugin reports stands, and so does each of these where ours is silent.
 *
 * A plugin cannot take a row of another rule back. What all rules of a run share is the class of their reporters: its
 * `report` is where a row begins, and there the two kinds end. Where a later Modeler does that otherwise, nothing is left
 * out: the mistake is told twice.
 */

/** An error of ours, as far as it is compared. */
export interface OurError {
  readonly path: readonly (string | number)[] | undefined;
  /** What the properties panel calls the field; nothing where the template has no such field. */
  readonly label: string | undefined;
}

/** A report on its way into the list. */
export interface HostReport {
  readonly id: string;
  readonly message: string;
  readonly context: unknown;
}

type Report = (this: unknown, id: string, message: string, context?: unknown) => void;

/** Classes of reporters that know of us already, with whom they ask now. */
const asked = new WeakMap<object, { errorsAt: (report: HostReport) => readonly OurError[] }>();

/**
 * @param reporter any reporter of the run
 * @param errorsAt our errors at the element of a report; asked for each report
 */
export function letOursStand(reporter: object, errorsAt: (report: HostReport) => readonly OurError[]): void {
  const shared = Object.getPrototypeOf(reporter) as (object & { report?: Report }) | null; // untyped host
  if (shared === null || shared === Object.prototype || typeof shared.report !== 'function') return;
  const known = asked.get(shared);
  if (known) {
    known.errorsAt = errorsAt;
    return;
  }
  const now = { errorsAt };
  asked.set(shared, now);
  const { report } = shared;
  shared.report = function reportUnlessSaid(id, message, context) {
    const said = now.errorsAt({ id, message, context }).some((error) => saysTheSame({ id, message, context }, error));
    if (!said) report.call(this, id, message, context);
  };
}

/** Whether a report of Modeler's tells of the field of our error. */
export function saysTheSame({ message, context }: HostReport, { path, label }: OurError): boolean {
  if (typeof context !== 'object' || context === null) return false;
  const { data, propertiesPanel, path: at } = context as Readonly<Record<string, unknown>>; // a report's own fields
  if (isRecord(data) && data['type'] === 'camunda.feelExpressionInvalid') {
    return path !== undefined && Array.isArray(at) && JSON.stringify(at) === JSON.stringify(path);
  }
  // Reports of ours name an entry too, and a path besides.
  return at === undefined && isTemplateEntry(propertiesPanel) && label !== undefined && message.startsWith(`${label} `);
}

/** The check of element templates names the entry of the panel itself; no other rule does. */
function isTemplateEntry(propertiesPanel: unknown): boolean {
  const ids = isRecord(propertiesPanel) ? propertiesPanel['entryIds'] : undefined;
  return Array.isArray(ids) && ids.some((id) => typeof id === 'string' && id.startsWith('custom-entry-'));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
