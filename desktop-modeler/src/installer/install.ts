import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupOf, isSame, placeAll, restore, type Placing } from './files.ts';
import { filesWithSameTemplate } from './foreign-templates.ts';

const TEMPLATE_FILE = 'eventbridge-kit-send-event.json';

/** What the plugin consists of, below the resources folder. */
const PARTS = [join('plugins', 'eventbridge-kit'), join('element-templates', TEMPLATE_FILE)];

export interface InstallOptions {
  /** Folder that holds what is installed: `plugins/` and `element-templates/`. */
  readonly source: string;
  /** Modeler's resources folder. */
  readonly resources: string;
  /** True: nothing is changed, all is told. */
  readonly dryRun: boolean;
}

export interface InstallReport {
  /** False where something is in the way: nothing was changed then. */
  readonly ok: boolean;
  /** What was done, or would be, or is in the way; a sentence each. */
  readonly lines: readonly string[];
}

/** Puts plugin and template into Modeler's folders: all of it or nothing. What stood there is kept beside it. */
export function install({ source, resources, dryRun }: InstallOptions): InstallReport {
  const folder = join(resources, 'element-templates');
  const others = filesWithSameTemplate(folder, TEMPLATE_FILE, join(source, 'element-templates', TEMPLATE_FILE));
  if (others.length > 0) {
    const lines = others.map(
      (name) =>
        `${join(folder, name)} holds the template "Send event to Amazon EventBridge" in the same version, and Modeler refuses two of them. Remove that file, then install again.`,
    );
    return { ok: false, lines };
  }
  const placings = PARTS.map((part) => ({ from: join(source, part), to: join(resources, part) }));
  return change(placings, dryRun, 'Restart Modeler to use the plugin.');
}

/** Takes both away. Diagrams keep their tasks. */
export function uninstall({ resources, dryRun }: Omit<InstallOptions, 'source'>): InstallReport {
  const placings = PARTS.map((part) => ({ from: undefined, to: join(resources, part) }));
  const atEnd = 'Restart Modeler. Diagrams keep their tasks; of these it says that the template is not found.';
  return change(placings, dryRun, atEnd);
}

function change(placings: readonly Placing[], dryRun: boolean, atEnd: string): InstallReport {
  const isInstall = placings.some(({ from }) => from !== undefined);
  const restored = dryRun || !isInstall ? [] : restore(placings.map(({ to }) => to));
  const lines = restored.map((path) => `${path}: put back what an installation that broke off had set aside.`);
  const due = placings.filter(({ from, to }) => (from === undefined ? existsSync(to) : !isSame(from, to)));
  for (const placing of placings) lines.push(lineOf(placing, due.includes(placing), dryRun));
  if (due.length === 0) return { ok: true, lines };
  if (dryRun) return { ok: true, lines: [...lines, 'Nothing was changed (--dry-run).'] };
  placeAll(due);
  // Kept, it would look like an installation that broke off.
  if (!isInstall) for (const { to } of placings) rmSync(backupOf(to), { recursive: true, force: true });
  return { ok: true, lines: [...lines, atEnd] };
}

function lineOf({ from, to }: Placing, isDue: boolean, dryRun: boolean): string {
  if (!isDue) return from === undefined ? `${to}: not there.` : `${to}: up to date.`;
  const isThere = existsSync(to);
  const done = from === undefined ? 'removed' : isThere ? 'replaced' : 'installed';
  const verb = dryRun ? `would be ${done}` : done;
  const isKept = isThere && from !== undefined;
  return isKept ? `${to}: ${verb}; the old one is kept at ${backupOf(to)}.` : `${to}: ${verb}.`;
}
