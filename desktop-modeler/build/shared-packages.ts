import type { Plugin } from 'vite';

/** Packages that Modeler shares with its plugins, each with its place on the window. */
// https://github.com/camunda/camunda-modeler/blob/develop/client/src/remote/Plugins.js
const SHARED: Readonly<Record<string, string>> = {
  '@bpmn-io/properties-panel/preact': 'vendor?.propertiesPanel?.preact?.root',
  '@bpmn-io/properties-panel/preact/hooks': 'vendor?.propertiesPanel?.preact?.hooks',
  '@bpmn-io/properties-panel/preact/jsx-runtime': 'vendor?.propertiesPanel?.preact?.jsxRuntime',
};

/** Puts Modeler's own packages in the place of bundled ones: two copies of preact in one panel do not know each other. */
export function sharedPackages(): Plugin {
  const prefix = '\0shared/';
  return {
    name: 'shared-packages',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(SHARED, id) ? `${prefix}${id}.cjs` : null),
    load: (id) => {
      if (!id.startsWith(prefix)) return null;
      const name = id.slice(prefix.length, -'.cjs'.length);
      // An older Modeler may lack it: the script must load all the same.
      return `module.exports = window.${SHARED[name] ?? ''} ?? {};`;
    },
  };
}
