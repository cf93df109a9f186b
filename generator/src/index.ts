// A definition and its parts.
export { defineTemplate } from './definition/template.ts';
export type { ConfigurationTemplateSpec } from './definition/configuration-template.ts';
export type { ElementSpec, ElementType } from './element.ts';
export type { GroupSpec } from './definition/group.ts';
export type { EnginesSpec, EntriesVisible, StepSpec, TemplateReference, TemplateSpec } from './definition/template.ts';

// Properties, one helper a type.
export { boolean, type BooleanSpec } from './types/boolean.ts';
export type { Property } from './types/checked.ts';
export type { CommonSpec, GeneratedValue, Limit, PropertyReference, TextFeel, ValueFeel } from './types/common.ts';
export { configuration, type ConfigurationSpec } from './types/configuration.ts';
export { dropdown, type Choice, type DropdownSpec } from './types/dropdown.ts';
export { hidden, type HiddenSpec } from './types/hidden.ts';
export { number, type NumberSpec } from './types/number.ts';
export { PROPERTY_KINDS, type AnyProperty } from './types/registry.ts';
export { string, type StringSpec } from './types/string.ts';
export { text, type TextSpec } from './types/text.ts';
export type { AtomicType, PropertyType } from './type-names.ts';

// Bindings: one helper a kind, and all kinds by name.
export * from './bindings/index.ts';

// Conditions, and blocks of properties under one condition.
export { allMatch, equals, isActive, isEmpty, oneOf } from './definition/conditions.ts';
export { variants, type VariantSpec, type VariantsSpec } from './definition/variants.ts';
export { when, type Conditional } from './definition/when.ts';

// Patterns of constraints.
export { orEmpty, orSecret } from './definition/patterns.ts';

// What a job carries for a property, where that is not what its control suggests.
export { anyJson, flag, jsonObject, jsonObjectOrText, listOf, numeric, oneOfTexts } from './job-input/index.ts';
export { text as textValue, type JobValue } from './job-input/index.ts';

// The blocks that every connector has.
export { errorGroup, errorHandling } from './blocks/error-handling.ts';
export { outputGroup, outputMapping } from './blocks/output-mapping.ts';
export { retries, retriesGroup } from './blocks/retries.ts';
export { templateHeaders } from './blocks/template-headers.ts';

// A template that somebody else wrote.
export { importTemplate, type ImportResult } from './import/import-template.ts';

// What a job of a template carries.
export { jobSchema } from './job-schema/job-schema.ts';

// What comes out.
export { SCHEMA_ADDRESS, emitTemplate, templateJson, type EmitOptions } from './emit/template.ts';
export { LINT_RULES, lintTemplate } from './lint/lint-template.ts';
export type { DefinitionPath, LintIssue, LintRule, LintTools } from './lint/rule.ts';
export { referencePage } from './page/reference-page.ts';
