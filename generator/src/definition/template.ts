import type { AnyProperty } from '../types/registry.ts';
import type { ConfigurationTemplateSpec } from './configuration-template.ts';
import type { GroupSpec } from './group.ts';
import type { ElementSpec, ElementType } from '../element.ts';
import type { CheckTemplate } from './check.ts';

type Url = `https://${string}` | `http://${string}`;

/** A template as its author writes it. Records keep their order in the JSON. */
export interface TemplateSpec {
  /** Unique for ever; the version tells releases apart. */
  readonly id: string;
  /** Sentence case. */
  readonly name: string;
  readonly description?: string;
  /** More words under which the template is found. */
  readonly keywords?: readonly string[];
  readonly documentationRef?: Url;
  /** Never change a published version. */
  readonly version?: number;
  /** The group of templates in the modeler's menus; default: Templates. */
  readonly category?: { readonly id: string; readonly name: string };
  readonly deprecated?: boolean | { readonly message?: string; readonly documentationRef?: Url };
  /** True: every new element of the type gets the template. */
  readonly isDefault?: boolean;
  readonly appliesTo: readonly [ElementType, ...ElementType[]];
  readonly elementType?: ElementSpec;
  readonly engines?: EnginesSpec;
  /** By id, in the order in which the panel shows them. */
  readonly groups?: Readonly<Record<string, GroupSpec>>;
  /** By id, in the order in which the panel shows them inside their group. */
  readonly properties: Readonly<Record<string, AnyProperty>>;
  readonly steps?: readonly StepSpec[];
  /** By id: values to apply over the defaults, by property id. */
  readonly presets?: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
  /** By id. */
  readonly configurationTemplates?: Readonly<Record<string, ConfigurationTemplateSpec>>;
  /** Standard groups to show beside the template's own. */
  readonly entriesVisible?: boolean | EntriesVisible;
  /** A file beside the definition (inlined as a data URI), or an address. */
  readonly icon?: { readonly file: string } | { readonly contents: string };
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly reference?: TemplateReference;
}

/** Semantic version ranges. */
export interface EnginesSpec {
  readonly camunda?: string;
  readonly camundaDesktopModeler?: string;
  readonly camundaWebModeler?: string;
}

export interface EntriesVisible {
  readonly outputs?: boolean;
  readonly executionListeners?: boolean;
  readonly taskListeners?: boolean;
}

/** An entry of the template's own menu: a category with entries, or a leaf that applies a preset. */
export type StepSpec = CategoryStep | PresetStep;

interface StepTexts {
  readonly name: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
}

export interface CategoryStep extends StepTexts {
  readonly steps: readonly StepSpec[];
}

export interface PresetStep extends StepTexts {
  readonly presetId: string;
}

/** What the reference page says about the template beyond its JSON. */
export interface TemplateReference {
  /** Markdown after the title. */
  readonly introduction?: string;
  /** By title, Markdown: after the fields. */
  readonly sections?: Readonly<Record<string, string>>;
}

/**
 * A template definition: the one source of its JSON, its reference page, the type of its jobs' input and their check.
 *
 * The compiler checks every reference inside it: conditions, groups, choices, presets, property types per binding. What
 * types cannot say, `lintTemplate` says when the JSON is generated.
 */
export function defineTemplate<const T extends TemplateSpec>(template: T & CheckTemplate<T>): T {
  return template;
}
