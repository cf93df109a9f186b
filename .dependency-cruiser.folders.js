import configuration, { TESTS } from './.dependency-cruiser.js';

/** The wall between folders, of which tests are no part: they stand beside what they test, and import testkit. */
export default {
  forbidden: [
    {
      name: 'no-circle-of-folders',
      comment:
        'folders that need each other cannot be read one after the other: what both need belongs above both, and what ' +
        'belongs to one of them, into it',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...configuration.options, exclude: { path: `${configuration.options.exclude.path}|${TESTS}` } },
};
