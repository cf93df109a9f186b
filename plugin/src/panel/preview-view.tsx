import { useMemo } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { TaskPreview } from '@eventbridge-kit/event-job';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { MAX_LIVE_CHARS, type PreviewState } from '../preview/live-preview.ts';
import { Answers } from './answers.tsx';
import { useTools } from './context.ts';
import { EntryView } from './entry-view.tsx';
import { FieldTable } from './field-table.tsx';
import { Headline } from './headline.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { PlaceChips } from './place-chips.tsx';
import { Problems, Warnings } from './problems.tsx';
import { previewHeadline } from './report-view.ts';
import { ResultFrame } from './result-frame.tsx';
import { Section } from './section.tsx';

/** The panel's right side: what would come of the task and the variables, as they are now. Nothing was sent. */
export function PreviewView({ element }: { readonly element: DiagramElement }): JSX.Element {
  const { preview } = useTools();
  const { state, service, shown, pastedProblem } = preview;
  // a key stroke alone draws nothing of it anew
  const content = useMemo(
    () => <State state={state} element={element} />,
    [state, service, shown, pastedProblem, element],
  );
  return <ResultFrame>{content}</ResultFrame>;
}

interface StateProps {
  readonly state: PreviewState;
  readonly element: DiagramElement;
}

function State({ state, element }: StateProps): JSX.Element | null {
  const { preview, translate } = useTools();
  switch (state.status) {
    case 'none':
      return null;
    case 'ready':
      return <Ready preview={state.preview} element={element} />;
    case 'invalid':
      return <Headline sign="skipped" text="The preview goes on when the sample variables are JSON again." />;
    case 'tooMuch':
      return <Headline sign="unknown" text={state.message} />;
    case 'paused':
      return (
        <>
          <Headline
            sign="skipped"
            text="The sample is longer than {count} characters: the preview does not follow the typing."
            replacements={{ count: MAX_LIVE_CHARS.toLocaleString('en') }}
          />
          <button type="button" class="bjse-button bjse-again" onClick={() => preview.computeNow()}>
            {translate('Preview now')}
          </button>
        </>
      );
    default:
      return state satisfies never;
  }
}

interface ReadyProps {
  readonly preview: TaskPreview;
  readonly element: DiagramElement;
}

function Ready({ preview, element }: ReadyProps): JSX.Element {
  const { translate } = useTools();
  return (
    <>
      <Headline {...previewHeadline(preview)} fields={preview.fields} />
      <PlaceChips place={preview.place} />
      <Problems report={preview} element={element} />
      <EntryView report={preview} place={preview.place} />
      {preview.ends ? <Answers ends={preview.ends} element={element} /> : <OutcomeView report={preview} />}
      <Section title={translate('Fields')} note={String(preview.fields.length)}>
        <FieldTable fields={preview.fields} element={element} />
      </Section>
      <Warnings report={preview} element={element} />
    </>
  );
}
