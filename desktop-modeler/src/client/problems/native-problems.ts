import {
  checkDiagram,
  configure,
  documentationUrl,
  readDiagram,
  type ActiveRule,
  type LintIssue,
} from 'bpmnlint-plugin-eventbridge/core';
import { letOursStand } from './let-ours-stand.ts';
import { FIX_ACTION, keyOf, type LiveDiagrams } from './live-diagrams.ts';

/** bpmnlint's reporter, as far as a rule calls it. */
interface Reporter {
  report(id: string, message: string, context: object): void;
}

interface BpmnlintRule {
  readonly meta?: { readonly documentation: { readonly url: string } };
  check(node: object, reporter: Reporter): false;
}

/** What stands in `lintRules.cloud-bpmn` of Modeler's plugins. */
export interface LintPlugin {
  readonly config: { readonly rules: Readonly<Record<string, string>> };
  readonly resolver: {
    resolveRule(packageName: string, ruleName: string): () => BpmnlintRule;
    resolveConfig(packageName: string, configName: string): never;
  };
}

const PACKAGE = 'bpmnlint-plugin-eventbridge';

/**
 * A rule that reports nothing and runs before all others: JavaScript gives keys that are whole numbers first, whatever was
 * written first, and bpmnlint runs its rules in the order of the keys.
 */
const FIRST_RULE = '0';

const CATEGORIES = { error: 'error', warning: 'warn', info: 'info' } as const;

/** What one run of Modeler's linting learns of a diagram. */
interface Run {
  readonly root: object;
  readonly byRule: ReadonlyMap<string, readonly LintIssue[]>;
  readonly errorsOf: ReadonlyMap<string, readonly LintIssue[]>;
}

/**
 * Feeds the rules into Modeler's own linting. Where the diagram is open, live validation has looked at it already, task by
 * task as it changed: a run only hands on what is known. Else (a file that is only read) the diagram is looked at anew.
 */
export class NativeProblems {
  readonly plugin: LintPlugin;
  readonly #live: LiveDiagrams;
  readonly #active: readonly ActiveRule[] = configure();
  #run: Run | undefined;

  constructor(live: LiveDiagrams) {
    this.#live = live;
    const severities = new Map(this.#active.map(({ rule, severity }) => [rule.id, severity]));
    this.plugin = {
      config: {
        rules: {
          [FIRST_RULE]: 'error',
          ...Object.fromEntries([...severities].map(([id, severity]) => [`eventbridge/${id}`, CATEGORIES[severity]])),
        },
      },
      resolver: {
        // Modeler asks its resolvers in turn, and takes the first that does not throw.
        resolveRule: (packageName, ruleName) => {
          if (packageName === 'bpmnlint' && ruleName === FIRST_RULE) return () => this.#firstRule();
          if (packageName === PACKAGE && severities.has(ruleName)) return () => this.#rule(ruleName);
          throw new Error(`no rule <${ruleName}> of <${packageName}> here`);
        },
        resolveConfig: (packageName, configName) => {
          throw new Error(`no configuration <${configName}> of <${packageName}> here`);
        },
      },
    };
  }

  #firstRule(): BpmnlintRule {
    return {
      check: (root, reporter) => {
        this.#begin(root);
        letOursStand(reporter, (report) => {
          const errors = this.#run?.errorsOf.get(report.id) ?? [];
          return errors
            .filter(({ field }) => field !== '')
            .map((issue) => ({ path: issue.path, label: this.#live.of(root)?.rowOf(issue).label }));
        });
        return false;
      },
    };
  }

  #rule(id: string): BpmnlintRule {
    return {
      meta: { documentation: { url: documentationUrl(id) } },
      check: (root, reporter) => {
        const live = this.#live.of(root);
        for (const issue of this.#begin(root).byRule.get(id) ?? []) {
          const { label, entry, fix } = live?.rowOf(issue) ?? {};
          reporter.report(issue.elementId, issue.message, {
            name: nameOf(issue, label),
            ...(issue.path && { path: [...issue.path] }),
            ...(entry !== undefined && { propertiesPanel: { entryIds: [entry] } }),
            ...(fix && { action: { label: fix.title, handler: FIX_ACTION, options: keyOf(issue) } }),
          });
        }
        return false;
      },
    };
  }

  /** A run's rules follow each other without a break, and share what is known. */
  #begin(root: object): Run {
    if (this.#run?.root === root) return this.#run;
    const issues = this.#live.of(root)?.issues() ?? checkDiagram(readDiagram(root), this.#active);
    const run: Run = {
      root,
      byRule: groupBy(issues, ({ rule }) => rule),
      errorsOf: groupBy(
        issues.filter(({ severity }) => severity === 'error'),
        ({ elementId }) => elementId,
      ),
    };
    this.#run = run;
    void Promise.resolve().then(() => {
      this.#run = undefined;
    });
    return run;
  }
}

/** How a row begins: the element, and the field as the properties panel calls it. */
function nameOf({ elementName, elementId, field }: LintIssue, label: string | undefined): string {
  const element = elementName === undefined || elementName.trim() === '' ? elementId : elementName;
  return field === '' ? element : `${element}: ${label ?? field}`;
}

function groupBy(issues: readonly LintIssue[], keyOfIssue: (issue: LintIssue) => string): Map<string, LintIssue[]> {
  const groups = new Map<string, LintIssue[]>();
  for (const issue of issues) {
    const key = keyOfIssue(issue);
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return groups;
}
