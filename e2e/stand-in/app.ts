import { createContext, createElement as h, useContext, useEffect, useSyncExternalStore, type Node } from 'react';
import { Store } from './store.ts';
import type { Report } from './types.ts';

/** A tab of the bottom panel, as plugins fill it in. */
interface FillProps {
  readonly slot: string;
  readonly id: string;
  readonly label: string;
  readonly priority?: number;
  readonly children?: Node;
}

export interface AppState {
  readonly panel: { readonly isOpen: boolean; readonly tab: string };
  readonly reports: readonly Report[];
}

type Fills = Store<ReadonlyMap<object, FillProps>>;

const fills: Fills = new Store<ReadonlyMap<object, FillProps>>(new Map());

const FillContext = createContext<Fills>(fills);

/** Where a plugin puts something into the window: nothing where it stands itself. */
export function Fill(props: FillProps): null {
  const place = useContext(FillContext);
  useEffect(() => {
    const key = {};
    place.set(new Map([...place.read(), [key, props]]));
    return () => place.set(new Map([...place.read()].filter(([known]) => known !== key)));
  }, []);
  return null;
}

interface AppProps {
  readonly state: Store<AppState>;
  readonly triggerAction: (action: string, options?: object) => unknown;
  readonly plugins: readonly unknown[];
  readonly pluginProps: object;
}

export function App({ state, triggerAction, plugins, pluginProps }: AppProps): object {
  const { panel, reports } = useSyncExternalStore(state.subscribe, state.read);
  return h(
    'div',
    { className: 'app' },
    h('div', { className: 'tab' }, h('div', { id: 'canvas' }), h('div', { id: 'properties' })),
    h(
      FillContext.Provider,
      { value: fills },
      h(BottomPanel, { panel, reports, triggerAction }),
      ...plugins.map((plugin, index) => h(plugin, { ...pluginProps, key: String(index) })),
    ),
    h(
      'div',
      { className: 'status' },
      h(
        'button',
        { onClick: () => triggerAction('open-panel', { tab: 'linting' }) },
        reports.length === 1 ? '1 problem' : `${reports.length} problems`,
      ),
    ),
  );
}

interface BottomPanelProps {
  readonly panel: AppState['panel'];
  readonly reports: readonly Report[];
  readonly triggerAction: AppProps['triggerAction'];
}

function BottomPanel({ panel, reports, triggerAction }: BottomPanelProps): object {
  const filled = useSyncExternalStore(fills.subscribe, fills.read);
  const problems: FillProps = {
    slot: 'bottom-panel',
    id: 'linting',
    label: 'Problems',
    priority: 10,
    children: reports.map((report, index) => h(Row, { report, triggerAction, key: String(index) })),
  };
  const tabs = [problems, ...filled.values()].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
  const active = tabs.find(({ id }) => id === panel.tab) ?? problems;
  if (!panel.isOpen) return h('div', { className: 'bottom closed' });
  return h(
    'div',
    { className: 'bottom' },
    h(
      'div',
      { className: 'bottom-tabs', role: 'tablist' },
      ...tabs.map(({ id, label }) =>
        h(
          'button',
          {
            key: id,
            role: 'tab',
            'aria-selected': id === active.id,
            onClick: () => triggerAction('open-panel', { tab: id }),
          },
          label,
        ),
      ),
    ),
    h('div', { className: 'bottom-body' }, active.children),
  );
}

/** A row as Desktop Modeler draws it: client/src/app/panel/tabs/linting/LintingTab.js */
function Row({
  report,
  triggerAction,
}: {
  readonly report: Report;
  readonly triggerAction: AppProps['triggerAction'];
}): object {
  const url = report.meta?.documentation?.url;
  const { action } = report;
  return h(
    'div',
    { className: `row row-${report.category}`, 'data-rule': report.rule },
    h(
      'button',
      { className: 'row-name', onClick: () => triggerAction('showLintError', report) },
      report.name ?? report.id,
    ),
    h('span', { className: 'row-message' }, report.message),
    url !== undefined && h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, 'page'),
    action &&
      h(
        'button',
        { className: 'row-action', onClick: () => triggerAction(action.handler, action.options) },
        action.label,
      ),
  );
}
