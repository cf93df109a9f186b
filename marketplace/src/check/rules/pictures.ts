import { pngSize, readSourceMark, sourceMarkOf } from '../../build/png.ts';
import { submissionOf, type Assets } from '../assets.ts';
import { finding, unless, type Finding, type Rule } from '../rule.ts';
import { screenshotsOf } from './listing.ts';

const LOGOS = { 'pictures/logo-512.png': 512, 'pictures/logo-230.png': 230 } as const;

const SCREENSHOT = { width: 2560, height: 1314 } as const;
const MIN_SCREENSHOTS = 2;

/** Of an alternative text: shorter ones say too little, longer ones are cut by screen readers (our own bounds). */
const ALT_CHARS = { min: 30, max: 250 } as const;

function sizeFindings(assets: Assets, path: string, width: number, height: number): Finding[] {
  const { name, entries } = submissionOf(assets);
  const bytes = entries.get(path);
  if (bytes === undefined) return [finding(name, path, 'is not there')];
  const size = pngSize(bytes);
  if (size === undefined) return [finding(name, path, 'is no PNG')];
  const fits = size.width === width && size.height === height;
  return unless(fits, name, path, `${size.width}x${size.height} pixels, not ${width}x${height}`);
}

/** Rules on what is seen of a listing. */
export const PICTURE_RULES: readonly Rule[] = [
  {
    id: 'logo-sizes',
    rule: 'Logos are PNGs of 512x512 (listing) and 230x230 (profile).',
    remedy: 'Draw them anew: node scripts/run.js pictures/marketplace.ts',
    check: (assets) => Object.entries(LOGOS).flatMap(([path, side]) => sizeFindings(assets, path, side, side)),
  },
  {
    id: 'logo-source',
    rule: 'Both logos are drawn from one SVG.',
    remedy: 'pictures/logo.svg has changed since: node scripts/run.js pictures/marketplace.ts',
    check: (assets) => {
      const { name, entries } = submissionOf(assets);
      const svg = entries.get('pictures/logo.svg');
      if (svg === undefined) return [finding(name, 'pictures/logo.svg', 'is not there')];
      return Object.keys(LOGOS).flatMap((path) => {
        const mark = readSourceMark(entries.get(path) ?? new Uint8Array());
        return unless(mark === sourceMarkOf(svg), name, path, `was drawn from ${mark ?? 'no SVG that is known'}`);
      });
    },
  },
  {
    id: 'screenshots',
    rule: `At least ${MIN_SCREENSHOTS} screenshots of ${SCREENSHOT.width}x${SCREENSHOT.height} show a real process with the connector.`,
    remedy: 'Take them anew: node scripts/run.js pictures/marketplace.ts',
    check: (assets) => {
      const screenshots = screenshotsOf(assets);
      const { width, height } = SCREENSHOT;
      return [
        ...unless(
          screenshots.length >= MIN_SCREENSHOTS,
          submissionOf(assets).name,
          'listing/listing.json',
          `${screenshots.length} screenshots`,
        ),
        ...screenshots.flatMap(({ file }) => sizeFindings(assets, file, width, height)),
      ];
    },
  },
  {
    id: 'alt-texts',
    rule: `Each screenshot has a text for those who cannot see it, of ${ALT_CHARS.min} to ${ALT_CHARS.max} characters.`,
    remedy: 'Say in marketplace/src/build/listing.ts what is seen.',
    check: (assets) =>
      screenshotsOf(assets).flatMap(({ file, alt }) =>
        unless(
          alt.length >= ALT_CHARS.min && alt.length <= ALT_CHARS.max,
          submissionOf(assets).name,
          file,
          `a text of ${alt.length} characters`,
        ),
      ),
  },
];
