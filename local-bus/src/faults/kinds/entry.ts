import { ENTRY_CODES } from '@eventbridge-kit/eventbridge';
import { defineFault } from '../fault.ts';
import { text } from '../option.ts';

export const entryFault = defineFault({
  name: 'entry',
  summary: 'an entry fails with a code, the others of its call do not',
  counts: 'entries',
  options: {
    code: text('an error code', 'InternalFailure', 'the entry error code'),
    message: text('a text', '', 'the entry error message; default what the code means'),
    detailType: text('a detail type', '', 'only entries of this detail type; default all'),
  },
  build: ({ code, message, detailType }) => ({
    entry: (entry) =>
      detailType === '' || entry.detailType === detailType
        ? { code, message: message || (ENTRY_CODES[code]?.meaning ?? code) }
        : undefined,
  }),
});
