/**
 * The order of keys in Camunda's own templates, which keeps diffs small; keys that those never use stand where they
 * read best. Source: the files of the npm package @camunda/connectors-element-templates 1.0.29.
 */
export const TEMPLATE_KEYS = [
  '$schema',
  'name',
  'id',
  'description',
  'keywords',
  'documentationRef',
  'version',
  'category',
  'deprecated',
  'isDefault',
  'metadata',
  'appliesTo',
  'elementType',
  'engines',
  'entriesVisible',
  'groups',
  'properties',
  'steps',
  'presets',
  'configurationTemplates',
  'icon',
] as const;

export const PROPERTY_KEYS = [
  'id',
  'label',
  'description',
  'optional',
  'value',
  'constraints',
  'generatedValue',
  'feel',
  'group',
  'binding',
  'condition',
  'tooltip',
  'placeholder',
  'type',
  'language',
  'editable',
  'choices',
  'secret',
  'configurationTemplate',
  'configurationTemplateVersion',
] as const;

export const CONDITION_KEYS = ['property', 'equals', 'oneOf', 'isActive', 'isEmpty', 'type'] as const;

export const CHOICE_KEYS = ['name', 'value', 'condition'] as const;

export const CONSTRAINT_KEYS = ['notEmpty', 'pattern', 'minLength', 'maxLength'] as const;

export const GROUP_KEYS = ['id', 'label', 'tooltip', 'openByDefault'] as const;

export const CONFIGURATION_TEMPLATE_KEYS = [
  'id',
  'kind',
  'version',
  'name',
  'description',
  'documentationRef',
  'keywords',
  'groups',
  'properties',
] as const;
