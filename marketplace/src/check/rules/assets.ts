import { isRecord, parseJson } from '@eventbridge-kit/issue';
import { sha256Of } from '../../upgrade/published.ts';
import { archiveOf, STEMS, submissionOf, textOf, type Assets } from '../assets.ts';
import { finding, unless, type Finding, type Rule } from '../rule.ts';

const TEMPLATE = 'send-event.json';

/** Code with tables inside has lines of 250 characters in the mean, minified code of thousands. */
const MAX_MEAN_LINE_CHARS = 500;

function member(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined;
  return typeof text === 'string' ? text : 'nothing';
}

interface Tarball {
  readonly file: string;
  readonly name: string;
  readonly version: string;
}

function tarballsOf({ archives }: Assets): Tarball[] {
  return [...archives]
    .filter(([file]) => file.endsWith('.tgz'))
    .map(([file, entries]) => {
      const manifest = parseJson(textOf(entries.get('package.json')));
      return { file, name: member(manifest, 'name'), version: member(manifest, 'version') };
    });
}

/** The name of a package's bill of materials. */
export function sbomNameOf(tarball: string): string {
  return tarball.replace(/\.tgz$/, '.cdx.json');
}

function checksumFindings({ files }: Assets): Finding[] {
  const sums = files.get('SHA256SUMS');
  if (sums === undefined) return [finding('SHA256SUMS', '', 'is not there')];
  const lines = textOf(sums).trim().split('\n');
  const told = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  return [
    ...[...files]
      .filter(([name]) => name !== 'SHA256SUMS')
      .flatMap(([name, bytes]) =>
        told.get(name) === sha256Of(bytes)
          ? []
          : [finding('SHA256SUMS', name, told.has(name) ? 'another sum' : 'no sum')],
      ),
    ...[...told.keys()].filter((name) => !files.has(name)).map((name) => finding('SHA256SUMS', name, 'no such file')),
  ];
}

function sbomFindings(assets: Assets): Finding[] {
  return tarballsOf(assets).flatMap(({ file, name, version }) => {
    const path = sbomNameOf(file);
    const sbom = parseJson(textOf(assets.files.get(path)));
    if (!isRecord(sbom)) return [finding(path, '', 'is not there')];
    const component = isRecord(sbom['metadata']) ? sbom['metadata']['component'] : undefined;
    const said = `${member(component, 'name')} ${member(component, 'version')}`;
    return [
      ...unless(sbom['bomFormat'] === 'CycloneDX', path, 'bomFormat', member(sbom, 'bomFormat')),
      ...unless(said === `${name} ${version}`, path, 'metadata', `is of ${said}, not of ${name} ${version}`),
    ];
  });
}

/** Rules on the files of a release. */
export const ASSET_RULES: readonly Rule[] = [
  {
    id: 'release-files',
    rule: 'A release has the worker, <name>-element-templates-<version>.zip, the plugin of Desktop Modeler and the submission, all of one version.',
    remedy: 'npm run package builds them all; the versions come from the manifests.',
    check: (assets) => {
      const { version } = submissionOf(assets);
      const wanted = Object.values(STEMS).map((stem) => archiveOf(assets, stem, stem === STEMS.worker ? 'tgz' : 'zip'));
      return [
        ...wanted.flatMap(({ name, entries }) => unless(entries.size > 0, name, '', 'is not there')),
        ...wanted
          .filter(({ entries }) => entries.size > 0)
          .flatMap((one) => unless(one.version === version, one.name, '', `is not of version ${version}`)),
        ...tarballsOf(assets).flatMap((one) =>
          unless(one.version === version, one.file, 'package.json', `version ${one.version}, not ${version}`),
        ),
      ];
    },
  },
  {
    id: 'checksums',
    rule: 'SHA256SUMS has the sum of each file.',
    remedy: 'Build the files anew, together: npm run package',
    check: checksumFindings,
  },
  {
    id: 'bills-of-materials',
    rule: 'Each package has a bill of materials (CycloneDX) of its own version.',
    remedy: 'Build the files anew, together: npm run package',
    check: sbomFindings,
  },
  {
    id: 'versioned-folder',
    rule: 'The zip of templates has a folder versioned/ for older versions.',
    remedy: 'Keep templates/versioned/ as a release leaves it.',
    check: (assets) => {
      const { name, entries } = archiveOf(assets, STEMS.templates);
      return unless(
        [...entries.keys()].some((path) => path.startsWith('versioned/')),
        name,
        'versioned/',
        'is not there',
      );
    },
  },
  {
    id: 'modeler-zip',
    rule: "The plugin's zip is laid out as Modeler's resources folder, with plugin and newest template.",
    remedy: 'See desktop-modeler/build/build-plugin.ts.',
    check: (assets) => {
      const { name, entries } = archiveOf(assets, STEMS.modeler);
      const plugin = [...entries.keys()].find((path) => /^plugins\/[^/]+\/index\.js$/.test(path));
      const [path = 'element-templates/', bytes] =
        [...entries].find(([one]) => /^element-templates\/.*\.json$/.test(one)) ?? [];
      const newest = archiveOf(assets, STEMS.templates).entries.get(TEMPLATE);
      return [
        ...unless(plugin !== undefined, name, 'plugins/', 'no plugin'),
        ...unless(textOf(bytes) === textOf(newest) && bytes !== undefined, name, path, 'is not the newest template'),
      ];
    },
  },
  {
    id: 'main-branch-template',
    rule: 'The template of the submission, which "For SaaS" reads, is that of the release.',
    remedy: 'Build the files anew, together: npm run package',
    check: (assets) => {
      const { name, entries } = submissionOf(assets);
      const path = `element-templates/${TEMPLATE}`;
      const newest = archiveOf(assets, STEMS.templates).entries.get(TEMPLATE);
      return unless(entries.has(path) && textOf(entries.get(path)) === textOf(newest), name, path, 'is another one');
    },
  },
  {
    id: 'licences-inside',
    rule: 'Whoever gets a package or the plugin gets its licence.',
    remedy: "Put LICENSE into the package's files.",
    check: ({ archives }) =>
      [...archives]
        .filter(([name]) => !name.startsWith(STEMS.templates))
        .flatMap(([name, entries]) =>
          unless(
            [...entries.keys()].some((path) => /(?:^|\/)LICENSE$/.test(path)),
            name,
            'LICENSE',
            'is not there',
          ),
        ),
  },
  {
    id: 'readable-code',
    rule: 'No code is obfuscated.',
    remedy: 'Build it without minifying.',
    check: ({ archives }) =>
      [...archives].flatMap(([name, entries]) =>
        [...entries]
          .filter(([path]) => /\.[cm]?js$/.test(path))
          .flatMap(([path, bytes]) => {
            const text = textOf(bytes);
            const mean = Math.round(text.length / text.split('\n').length);
            return unless(mean <= MAX_MEAN_LINE_CHARS, name, path, `lines of ${mean} characters in the mean`);
          }),
      ),
  },
];
