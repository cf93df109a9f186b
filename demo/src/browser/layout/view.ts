import type { DiagramElement } from 'bpmn-js-eventbridge';
import type { Modeler } from '../modeler.ts';
import { byId } from '../page.ts';
import { fittingViewbox, type Viewbox } from './fit.ts';

/** Room around a task that is brought into sight, in pixels; its context pad stands on the right. */
const TASK_MARGIN_PX = { top: 40, right: 130, bottom: 60 };

/** What of the diagram is in sight. */
export class View {
  readonly #modeler: Modeler;
  /** What was shown last because the whole diagram fits into it; while it still is, it follows the window. */
  #fitted: Viewbox | undefined;

  constructor(modeler: Modeler) {
    this.#modeler = modeler;
    new ResizeObserver(() => this.follow()).observe(byId('canvas'));
  }

  /** Shows the whole diagram. */
  fit(): void {
    const canvas = this.#modeler.get('canvas');
    canvas.viewbox(fittingViewbox(canvas.viewbox(), this.#besidePalettePx()));
    this.#fitted = canvas.viewbox();
  }

  /** The diagram's place has another size: a diagram that was shown whole still is, and a task stays in sight. */
  follow(task?: DiagramElement): void {
    const canvas = this.#modeler.get('canvas');
    const { outer } = canvas.viewbox();
    const isWhole = this.#fitted !== undefined && isSame(this.#fitted, canvas.viewbox());
    canvas.resized();
    const now = canvas.viewbox().outer;
    if (now.width === outer.width && now.height === outer.height) return;
    if (now.width === 0 || now.height === 0) return;
    if (isWhole) this.fit();
    if (task) canvas.scrollToElement(task, { ...TASK_MARGIN_PX, left: this.#besidePalettePx() });
  }

  /** The palette stands on the left, as wide as it needs to be to fit the height. */
  #besidePalettePx(): number {
    const palette = byId('canvas').querySelector('.djs-palette');
    return (palette?.getBoundingClientRect().width ?? 0) + 44;
  }
}

function isSame(one: Viewbox, other: Viewbox): boolean {
  return one.x === other.x && one.y === other.y && one.scale === other.scale;
}
