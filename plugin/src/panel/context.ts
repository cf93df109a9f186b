import { createContext } from '@bpmn-io/properties-panel/preact';
import { useContext } from '@bpmn-io/properties-panel/preact/hooks';
import type { HostEventBus, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeTestSend } from '../test-send/test-send.ts';
import type { PanelPlace } from '../dock.ts';
import type { Fields } from './fields-of-host.ts';

/** What every part of the panel may use. */
export interface PanelTools {
  readonly testSend: EventBridgeTestSend;
  readonly place: PanelPlace;
  readonly fields: Fields;
  readonly translate: Translate;
  readonly eventBus: HostEventBus;
}

export const PanelContext = createContext<PanelTools | undefined>(undefined);

export function useTools(): PanelTools {
  const tools = useContext(PanelContext);
  if (!tools) throw new Error('a part of the panel was rendered outside of it');
  return tools;
}
