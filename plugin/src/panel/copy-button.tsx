import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { useTools } from './context.ts';

interface CopyButtonProps {
  readonly label: string;
  readonly text: () => string;
}

/** For so long it says that it has copied, in milliseconds. */
const SAYS_SO_MS = 2_000;

/** Copies a text, and says so where a screen reader hears it too. */
export function CopyButton({ label, text }: CopyButtonProps): JSX.Element {
  const { translate } = useTools();
  const [done, setDone] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (done === undefined) return undefined;
    const timer = setTimeout(() => setDone(undefined), SAYS_SO_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = (): void => {
    // a page of plain http has no clipboard at all
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text()))
      .then(
        () => setDone('copied'),
        () => setDone('refused'),
      );
  };
  return (
    <>
      <button type="button" class="bjse-link" onClick={copy}>
        {label}
      </button>
      <span class="bjse-note" aria-live="polite">
        {done === 'copied' && translate('Copied')}
        {done === 'refused' && translate('The browser did not let it be copied.')}
      </span>
    </>
  );
}
