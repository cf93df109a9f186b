import { useEffect, useMemo, useRef } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { AnsweredJob, TaskPreview } from '@eventbridge-kit/event-job';
import { ENTRY_CODES } from '@eventbridge-kit/eventbridge';
import type { Outcome } from '@eventbridge-kit/connector';
import type { DiagramElement, HostCanvas, Translate } from '../host/bpmn-js.ts';
import { catcherOf, type Caught } from '../preview/catcher.ts';
import { CaughtMark } from '../preview/caught-mark.ts';
import type { ShownAnswer } from '../preview/live-preview.ts';
import { useTools } from './context.ts';
import { SignIcon } from './icons.tsx';
import { OutcomeDetails } from './outcome-view.tsx';
import type { Sign } from './report-view.ts';
import { Section } from './section.tsx';

interface AnswersProps {
  readonly ends: NonNullable<TaskPreview['ends']>;
  readonly element: DiagramElement;
}

/** The answers in the order in which they are shown. */
const ORDER: readonly ShownAnswer[] = ['accepted', 'rejected', 'throttled', 'denied', 'timeout', 'pasted'];

/** What the process gets for each answer of EventBridge. One is open: its BPMN error is followed in the diagram. */
export function Answers({ ends, element }: AnswersProps): JSX.Element {
  const { preview, translate } = useTools();
  const shown = preview.shown;
  // each code is looked up once for a preview: in a large diagram that takes a while
  const catchers = useMemo(() => new Map<string, Caught>(), [ends, element]);
  const caughtOf = (end: AnsweredJob | undefined): Caught | undefined => {
    if (end?.outcome.type !== 'bpmnError') return undefined;
    const { code } = end.outcome;
    const caught = catchers.get(code) ?? catcherOf(element.businessObject, code);
    catchers.set(code, caught);
    return caught;
  };
  const caught = caughtOf(ends[shown]);
  useMark(caught?.status === 'caught' ? caught.id : undefined);
  return (
    <Section title={translate('What the process gets')} note={translate('for each answer of EventBridge')}>
      <ul class="bjse-answers">
        {ORDER.map((name) => (
          <AnswerRow
            key={name}
            name={name}
            end={ends[name]}
            caught={caughtOf(ends[name])}
            isOpen={name === shown}
            onOpen={() => preview.show(name)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface AnswerRowProps {
  readonly name: ShownAnswer;
  /** Nothing where no response is pasted. */
  readonly end: AnsweredJob | undefined;
  readonly caught: Caught | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function AnswerRow({ name, end, caught, isOpen, onOpen }: AnswerRowProps): JSX.Element {
  const { translate } = useTools();
  const id = `bjse-answer-${name}`;
  const labels: Readonly<Record<ShownAnswer, string>> = {
    accepted: translate('Accepted'),
    rejected: translate('Entry rejected'),
    throttled: translate('Throttled'),
    denied: translate('Access denied'),
    timeout: translate('No answer'),
    pasted: translate('A response of your own'),
  };
  const told = end ? endText(end.outcome, caught, translate) : translate('Paste one to see what it would do');
  return (
    <li class="bjse-answer" data-answer={name} data-outcome={end?.outcome.type ?? 'none'}>
      <button
        type="button"
        class="bjse-answer-head"
        aria-label={`${labels[name]}: ${told}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onOpen}
      >
        <SignIcon sign={end ? signOf(end.outcome, caught) : 'skipped'} />
        <span class="bjse-answer-name">{labels[name]}</span>
        <span class="bjse-answer-end">{told}</span>
      </button>
      {isOpen && (
        <div class="bjse-answer-body" id={id}>
          {name === 'rejected' && <CodeChoice />}
          {name === 'pasted' && <PasteField />}
          {end && <OutcomeDetails outcome={end.outcome} />}
        </div>
      )}
    </li>
  );
}

function signOf(outcome: Outcome, caught: Caught | undefined): Sign {
  switch (outcome.type) {
    case 'complete':
      return 'ok';
    case 'fail':
      return outcome.retries === 0 ? 'failed' : 'warning';
    case 'bpmnError':
      return caught?.status === 'uncaught' ? 'failed' : 'warning';
    default:
      return outcome satisfies never;
  }
}

/** How the job ends, in a few words. */
function endText(outcome: Outcome, caught: Caught | undefined, translate: Translate): string {
  switch (outcome.type) {
    case 'complete': {
      const names = Object.keys(outcome.variables).join(', ');
      return names === '' ? translate('completes, sets nothing') : translate('completes, sets {names}', { names });
    }
    case 'fail':
      return outcome.retries === 0
        ? translate('incident')
        : translate('fails: {retries} retries left, next after {seconds} s', {
            retries: String(outcome.retries),
            seconds: String(outcome.retryBackoffMs / 1000),
          });
    case 'bpmnError': {
      const { code } = outcome;
      switch (caught?.status) {
        case 'caught':
          return translate('throws {code}, caught by {name}', { code, name: caught.name });
        case 'uncaught':
          return translate('throws {code}, which nothing in this diagram catches', { code });
        default:
          return translate('throws {code}', { code });
      }
    }
    default:
      return outcome satisfies never;
  }
}

function CodeChoice(): JSX.Element {
  const { preview, translate } = useTools();
  return (
    <label class="bjse-choice">
      <span class="bjse-note">{translate('Error code of the entry')}</span>
      <select
        class="bjse-select"
        value={preview.rejectedCode}
        onChange={({ currentTarget }) => preview.rejectWith(currentTarget.value)}
      >
        {Object.keys(ENTRY_CODES).map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </select>
    </label>
  );
}

function PasteField(): JSX.Element {
  const { preview, translate } = useTools();
  const { pastedText, pastedProblem } = preview;
  return (
    <>
      <textarea
        class="bjse-paste"
        rows={4}
        spellcheck={false}
        aria-label={translate('Response to try')}
        aria-invalid={pastedProblem !== undefined}
        placeholder={'{"FailedEntryCount": 0, "Entries": [{"EventId": "1"}]}'}
        defaultValue={pastedText}
        onInput={({ currentTarget }) => preview.paste(currentTarget.value)}
      />
      <p class="bjse-field-error" role="alert">
        {pastedProblem}
      </p>
    </>
  );
}

/** Marks the event that catches the error, as long as this is shown. */
function useMark(id: string | undefined): void {
  const { injector } = useTools();
  const mark = useRef<CaughtMark>();
  mark.current ??= new CaughtMark(injector.get('canvas', false) as HostCanvas); // every modeler has one
  useEffect(() => mark.current?.set(id), [id]);
  useEffect(() => () => mark.current?.set(undefined), []);
}
