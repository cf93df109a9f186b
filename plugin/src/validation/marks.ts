import { textOf } from '../host/moddle.ts';
import type { DiagramElement, HostEventBus, HostInjector, Translate } from '../host/bpmn-js.ts';
import type { ValidationConfig } from './config.ts';
import type { HostOverlays, Shape } from './host.ts';
import type { EventBridgeProblems } from './problems-service.ts';
import { SEVERITY_SHAPES, worstOf, type Severity } from './severity.ts';
import type { EventBridgeValidation } from './validation.ts';

/** Overlay type of this module alone: other modules' overlays are left alone. */
const TYPE = 'bjse-issues';

/**
 * Distance of a mark's left edge from the element's right one, in pixels: on the upper edge, away from the icon on the
 * left, from the markers below, and from the context pad, which stands on the right of what is selected.
 */
const RIGHT_PX = 48;

/** Half of a mark stands above the element, in pixels. */
const TOP_PX = -12;

const SVG = 'http://www.w3.org/2000/svg';

/** A mark that is shown, with what it shows: it is only touched when that changes. */
interface Mark {
  readonly overlay: string;
  readonly shows: string;
}

/** Puts a button on every element with issues, where the host has overlays. */
export class EventBridgeMarks {
  static readonly $inject = [
    'config.eventBridgeValidation',
    'eventBridgeValidation',
    'eventBridgeProblems',
    'eventBus',
    'injector',
    'translate',
  ];

  readonly #validation: EventBridgeValidation;
  readonly #problems: EventBridgeProblems;
  readonly #translate: Translate;
  readonly #overlays: HostOverlays | null;
  readonly #marks = new Map<DiagramElement, Mark>();

  constructor(
    config: ValidationConfig | undefined,
    validation: EventBridgeValidation,
    problems: EventBridgeProblems,
    eventBus: HostEventBus,
    injector: HostInjector,
    translate: Translate,
  ) {
    this.#validation = validation;
    this.#problems = problems;
    this.#translate = translate;
    this.#overlays = injector.get('overlays', false) as HostOverlays | null; // untyped host
    if (config?.marks === false || config?.hostProblems === true) return;
    eventBus.on('eventBridgeValidation.changed', 1000, (event) => {
      for (const element of event.elements ?? []) this.#draw(element);
    });
    // Overlays go with their diagram.
    eventBus.on('diagram.clear', 1000, () => this.#marks.clear());
    eventBus.on(['shape.removed', 'connection.removed'], 1000, ({ element }) => {
      if (element) this.#marks.delete(element);
    });
  }

  #draw(element: DiagramElement): void {
    const issues = this.#validation.issuesOf(element);
    const severity = worstOf(issues);
    const shows = severity === undefined ? '' : `${severity} ${issues.length}`;
    const mark = this.#marks.get(element);
    if ((mark?.shows ?? '') === shows) return;
    if (mark) {
      this.#overlays?.remove(mark.overlay);
      this.#marks.delete(element);
    }
    if (severity === undefined || !this.#overlays) return;
    const html = this.#button(element, severity, issues.length);
    const overlay = this.#overlays.add(element, TYPE, {
      position: positionOn(element),
      html,
      scale: { min: 0.75, max: 1.5 },
    });
    this.#marks.set(element, { overlay, shows });
  }

  #button(element: DiagramElement, severity: Severity, count: number): HTMLElement {
    const name = textOf(element.businessObject, 'name')?.trim();
    const label = this.#translate(count === 1 ? '{name}: {count} problem' : '{name}: {count} problems', {
      name: name === undefined || name === '' ? element.id : name,
      count: String(count),
    });
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `bjse-mark bjse-severity-${severity}`;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.append(drawing(severity));
    if (count > 1) button.append(String(count));
    // The diagram would take the press for the start of a drag.
    for (const type of ['mousedown', 'pointerdown', 'dblclick']) button.addEventListener(type, stop);
    button.addEventListener('click', () => this.#problems.open(element));
    return button;
  }
}

/** An event is narrower than the place of a mark: there it starts on the left. */
function positionOn(element: DiagramElement): Readonly<Record<string, number>> {
  const { width = RIGHT_PX } = element as Partial<Shape>; // a connection has no width
  return { top: TOP_PX, right: Math.min(RIGHT_PX, width) };
}

function stop(event: Event): void {
  event.stopPropagation();
}

function drawing(severity: Severity): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const { outline, sign } = SEVERITY_SHAPES[severity];
  for (const [name, d] of Object.entries({ outline, sign })) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', `bjse-mark-${name}`);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
