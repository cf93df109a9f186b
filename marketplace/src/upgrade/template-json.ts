/** The members of a template's JSON that are read here; of a file that is none, some may be missing. */
export interface TemplateJson {
  readonly id?: string;
  readonly name?: string;
  readonly version?: number;
  readonly keywords?: readonly string[];
  readonly documentationRef?: string;
  readonly engines?: { readonly camunda?: string };
  readonly groups?: readonly { readonly id: string }[];
  readonly properties?: readonly TemplateProperty[];
  readonly icon?: { readonly contents?: string };
}

export interface TemplateProperty {
  readonly id?: string;
  readonly label?: string;
  readonly type: string;
  readonly value?: unknown;
  readonly placeholder?: string;
  readonly optional?: boolean;
  readonly secret?: boolean;
  readonly group?: string;
  readonly binding: Binding;
  readonly condition?: { readonly property?: string; readonly equals?: unknown; readonly oneOf?: unknown };
  readonly constraints?: { readonly notEmpty?: boolean; readonly pattern?: { readonly message?: string } };
  readonly choices?: readonly { readonly value: string }[];
}

/** Where a value stands; which members there are depends on the type. */
export interface Binding {
  readonly type: string;
  readonly name?: string;
  readonly key?: string;
  readonly source?: string;
  readonly property?: string;
}

/** Whether a property has a text or another value. */
export function isFilledIn(value: unknown): boolean {
  return value !== undefined && value !== '';
}
