import { createContext, type ComponentType } from '@bpmn-io/properties-panel/preact';
import { useContext } from '@bpmn-io/properties-panel/preact/hooks';
import type { Issue } from '@eventbridge-kit/issue';
import type { DiagramElement, HostEventBus, HostInjector, Translate } from '../host/bpmn-js.ts';
import type { LivePreview } from '../preview/live-preview.ts';
import type { EventBridgeTestSend } from '../test-send/test-send.ts';
import type { PanelPlace } from '../dock.ts';
import type { Fields } from './fields-of-host.ts';

/** What the panel's host hands in. */
export interface PanelHost {
  readonly testSend: EventBridgeTestSend;
  readonly place: PanelPlace;
  readonly fields: Fields;
  /** What live validation knows of a task, where the host has it. */
  readonly taskProblems: TaskProblems | undefined;
  readonly translate: Translate;
  readonly eventBus: HostEventBus;
  readonly injector: HostInjector;
}

/** What every part of the panel may use. */
export interface PanelTools extends PanelHost {
  readonly preview: LivePreview;
}

/** What the validation module shows, which this panel does without where the host leaves it out. */
interface TaskProblems {
  readonly component: ComponentType<{ readonly element: DiagramElement }>;
  issuesOf(element: DiagramElement): readonly Issue[];
}

/** The service of that module. */
export type LoadTaskProblems = () => Promise<TaskProblems>;

export const PanelContext = createContext<PanelTools | undefined>(undefined);

export function useTools(): PanelTools {
  const tools = useContext(PanelContext);
  if (!tools) throw new Error('a part of the panel was rendered outside of it');
  return tools;
}
