import { type LintRule, error } from '../rule.ts';

/** Largest icon that Camunda's Marketplace takes, in bytes. Source: https://docs.camunda.io/docs/components/hub/workspace/modeler/element-templates/template-metadata/ */
export const MAX_ICON_BYTES = 8192;

/** An icon that is too large: it stands in every diagram that uses the template. */
export const iconSize: LintRule = {
  id: 'icon-size',
  check: (_, { iconBytes }) =>
    iconBytes !== undefined && iconBytes > MAX_ICON_BYTES
      ? [error(`the icon has ${iconBytes} bytes; use at most ${MAX_ICON_BYTES}`)]
      : [],
};
