import type { Preset, RuleSetting } from 'bpmnlint-plugin-eventbridge/core';
import type { PanelPlace } from '../dock.ts';

/** What a host may configure under `eventBridgeValidation`; everything has a default. */
export interface ValidationConfig {
  /** Set of rules, default `recommended`; `strict` adds some and raises each by one step. */
  readonly preset?: Preset;
  /** Settings of single rules by id, over the preset's: `error`, `warning`, `info` or `off`. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Address of a rule's page; default: the pages that the rules' own package brings. */
  readonly documentationUrl?: (ruleId: string) => string;
  /** Buttons on elements with issues, default true. */
  readonly marks?: boolean;
  /** Messages below the fields of the properties panel, default true. */
  readonly fieldMessages?: boolean;
  /**
   * True in a host that has these rules in a list of problems of its own, with marks, and with the errors below their
   * fields: this module then draws no marks and repeats no error. Below a field stand the fixes, and what the host does
   * not show there: warnings, and what belongs to no field. Default false.
   */
  readonly hostProblems?: boolean;
  /** Where the list of problems is shown; default: docked below the diagram. */
  readonly place?: PanelPlace;
}
