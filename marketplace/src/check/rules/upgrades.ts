import { lostValues } from '../../upgrade/lost-values.ts';
import { changedInPlace, readRecord } from '../../upgrade/published.ts';
import { archiveOf, STEMS, submissionOf, textOf } from '../assets.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import { templatesOf } from './templates.ts';

const RECORD = 'versioned/SHA256SUMS';

/** Rules on what a new version does to those who have an older one. */
export const UPGRADE_RULES: readonly Rule[] = [
  {
    id: 'published-unchanged',
    rule: "A published version of a template never changes: Web Modeler's users have it.",
    remedy: 'Put the file back as it was, raise VERSION in the definition, and npm run generate.',
    check: (assets) => {
      const { name, entries } = archiveOf(assets, STEMS.templates);
      const record = entries.get(RECORD);
      if (record === undefined) return [finding(name, RECORD, 'the record of published versions is not there')];
      const texts = (inside: boolean): Map<string, string> =>
        new Map(
          [...entries]
            .filter(([path]) => path.endsWith('.json') && path.startsWith('versioned/') === inside)
            .map(([path, bytes]) => [
              inside ? path.replace('versioned/', '') : path.replace('.json', ''),
              textOf(bytes),
            ]),
        );
      return changedInPlace(readRecord(textOf(record)), texts(false), texts(true)).map(({ file, found }) =>
        finding(name, file, found),
      );
    },
  },
  {
    id: 'lost-values-told',
    rule: 'The changelog names each field whose value a new version of the template does not take over.',
    remedy:
      "Name the field in CHANGELOG.md, by its label or its binding's name; or give the property its old binding back.",
    check: (assets) => {
      const submission = submissionOf(assets);
      const changelog = textOf(submission.entries.get('CHANGELOG.md'));
      const versions = templatesOf(assets).toSorted((a, b) => (a.template.version ?? 0) - (b.template.version ?? 0));
      return versions.slice(1).flatMap(({ archive, path, template }, index): Finding[] => {
        const older = versions[index]?.template ?? {};
        return lostValues(older, template)
          .filter(({ label, binding }) => !changelog.includes(`"${label}"`) && !changelog.includes(`\`${binding}\``))
          .map(({ label, binding }) =>
            finding(
              archive,
              path,
              `version ${template.version ?? 0} loses "${label}" (\`${binding}\`) of version ${older.version ?? 0}`,
            ),
          );
      });
    },
  },
];
