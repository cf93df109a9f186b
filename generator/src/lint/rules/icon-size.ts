import { type LintRule, errorAt } from '../rule.ts';

/**
 * Largest icon in bytes: Camunda's limit for templates of its Marketplace, https://marketplace.camunda.com. On the use of
 * icons: https://docs.camunda.io/docs/components/modeler/element-templates/template-metadata/
 */
export const MAX_ICON_BYTES = 8192;

/** An icon that is too large: it stands in every diagram that uses the template. */
export const iconSize: LintRule = {
  id: 'icon-size',
  check: (_, { iconBytes }) =>
    iconBytes !== undefined && iconBytes > MAX_ICON_BYTES
      ? [errorAt(['icon'], `the icon has ${iconBytes} bytes; use at most ${MAX_ICON_BYTES}`)]
      : [],
};
