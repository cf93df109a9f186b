import { fileURLToPath } from 'node:url';
import { defaultClientConditions, type InlineConfig } from 'vite';

export const BROWSER = fileURLToPath(new URL('../../browser', import.meta.url));
export const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url));

/** How vite reads the page, whether it builds it or serves it as it is written. */
export const VITE_SETTINGS: InlineConfig = {
  configFile: false,
  root: BROWSER,
  logLevel: 'warn',
  // packages of this repository run from their sources, as everywhere else
  resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
  // the properties panel's preact, which the plugin shares, has no development build of JSX
  oxc: { jsx: { development: false } },
};
