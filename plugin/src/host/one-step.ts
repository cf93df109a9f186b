import type { DiagramElement, HostInjector } from './bpmn-js.ts';
import type { ModdleElement } from './moddle.ts';

/** Part of the host's modeling. */
export interface HostWriting {
  updateModdleProperties(element: DiagramElement, moddleElement: ModdleElement, properties: object): void;
}

interface HostCommands {
  registerHandler(command: string, handler: new () => object): void;
  execute(command: string, context: { readonly apply: () => void }): void;
}

const COMMAND = 'eventBridgeTestSend.write';

/** Commands that run inside of a command belong to it: all are undone at once. */
class WriteHandler {
  preExecute({ apply }: { readonly apply: () => void }): void {
    apply();
  }
}

const prepared = new WeakSet<HostCommands>();

/** What writes to the diagram; nothing in a viewer. */
export function writerOf(injector: HostInjector): HostWriting | undefined {
  return (injector.get('modeling', false) as HostWriting | null) ?? undefined; // untyped host
}

/** Does several changes of the diagram as one step, which one undo takes back. */
export function asOneStep(injector: HostInjector, apply: () => void): void {
  const commands = injector.get('commandStack', false) as HostCommands; // where there is something that writes
  if (!prepared.has(commands)) {
    commands.registerHandler(COMMAND, WriteHandler);
    prepared.add(commands);
  }
  commands.execute(COMMAND, { apply });
}
