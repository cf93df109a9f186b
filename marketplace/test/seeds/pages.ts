import { SUBMISSION } from '../sample-release.ts';
import type { Seeds } from './seed.ts';

/** Seeds in pages, listing and pictures. */
export const PAGES_SEEDS: Seeds = {
  pages: [
    ['a missing page', `${SUBMISSION}: SECURITY.md`, (release) => release.remove(SUBMISSION, 'SECURITY.md')],
    [
      'an empty page',
      `${SUBMISSION}: DEVELOPMENT.md`,
      (release) => release.write(SUBMISSION, 'DEVELOPMENT.md', '# It\n'),
    ],
  ],
  'open-source-licence': [
    [
      'a licence of another kind',
      `${SUBMISSION}: LICENSE`,
      (release) => release.edit(SUBMISSION, 'LICENSE', (text) => text.replaceAll('Apache License', 'Our terms')),
    ],
  ],
  disclaimer: [
    [
      'other words',
      `${SUBMISSION}: LICENSE`,
      (release) => release.edit(SUBMISSION, 'LICENSE', (text) => text.replace('disclaims any', 'takes no')),
    ],
    [
      'no disclaimer',
      `${SUBMISSION}: LICENSE`,
      (release) => release.edit(SUBMISSION, 'LICENSE', (text) => text.slice(0, text.indexOf('\nDisclaimer'))),
    ],
  ],
  'readme-parts': [
    [
      'a part that is missing',
      `${SUBMISSION}: README.md`,
      (release) => release.edit(SUBMISSION, 'README.md', (text) => text.replace('## Support', '## Help')),
    ],
  ],
  'walk-throughs': [
    [
      'a set-up without steps',
      `${SUBMISSION}: README.md`,
      (release) =>
        release.edit(SUBMISSION, 'README.md', (text) =>
          text.replace(/### Hybrid[\s\S]*?## Authentication/, '### Hybrid\n\nAs in SaaS.\n\n## Authentication'),
        ),
    ],
  ],
  'modeler-folders': [
    [
      'a folder that is not named',
      `${SUBMISSION}: README.md`,
      (release) => release.edit(SUBMISSION, 'README.md', (text) => text.replaceAll('%APPDATA%', '%HOME%')),
    ],
  ],
  'response-times': [
    [
      'a longer time',
      `${SUBMISSION}: SECURITY.md`,
      (release) => release.edit(SUBMISSION, 'SECURITY.md', (text) => text.replace('6 weeks', '9 weeks')),
    ],
  ],
  contact: [
    [
      'nobody to write to',
      `${SUBMISSION}: SECURITY.md`,
      (release) => release.edit(SUBMISSION, 'SECURITY.md', (text) => text.replaceAll('support@example.com', 'us')),
    ],
  ],
  compatibility: [
    [
      'an empty cell',
      `${SUBMISSION}: COMPATIBILITY.md`,
      (release) => release.edit(SUBMISSION, 'COMPATIBILITY.md', (text) => text.replace(/\| not run +\|/, '|  |')),
    ],
    [
      'another version',
      `${SUBMISSION}: COMPATIBILITY.md`,
      (release) => release.edit(SUBMISSION, 'COMPATIBILITY.md', (text) => text.replace('Worker 1.0.0', 'Worker 0.9.0')),
    ],
  ],
  badges: [
    [
      'a badge that is missing',
      `${SUBMISSION}: README.md`,
      (release) => release.edit(SUBMISSION, 'README.md', (text) => text.replace('[Compatible with Camunda 8]', '[]')),
    ],
    [
      'two stages of life',
      `${SUBMISSION}: README.md`,
      (release) =>
        release.edit(
          SUBMISSION,
          'README.md',
          (text) => `${text}\n![Lifecycle: Stable](https://img.shields.io/badge/Lifecycle-Stable-green)\n`,
        ),
    ],
  ],
  troubleshooting: [
    [
      'no messages',
      `${SUBMISSION}: TROUBLESHOOTING.md`,
      (release) => release.write(SUBMISSION, 'TROUBLESHOOTING.md', `# Troubleshooting\n\n${'Call us. '.repeat(50)}`),
    ],
  ],
  'listing-fields': [
    [
      'an empty field',
      `${SUBMISSION}: listing/listing.json`,
      (release) => release.listing((listing) => (listing.tags = [])),
    ],
  ],
  'listing-lengths': [
    [
      'a text that is too long',
      `${SUBMISSION}: listing/listing.json`,
      (release) => release.listing((listing) => (listing.summary = 'Sends events. '.repeat(30))),
    ],
  ],
  category: [
    [
      'a category that is not there',
      `${SUBMISSION}: listing/listing.json`,
      (release) => release.listing((listing) => (listing.type = 'Modeler plugin')),
    ],
  ],
  'picture-licence': [
    [
      'a logo of others',
      `${SUBMISSION}: listing/listing.json`,
      (release) => release.listing((listing) => (listing.logo.licence = 'Found on the web')),
    ],
  ],
  blueprint: [
    [
      'no thumbnail',
      `${SUBMISSION}: pictures/thumbnail.png`,
      (release) => release.remove(SUBMISSION, 'pictures/thumbnail.png'),
    ],
    [
      'an old template',
      `${SUBMISSION}: blueprint/order-to-event.bpmn`,
      (release) =>
        release.edit(SUBMISSION, 'blueprint/order-to-event.bpmn', (xml) =>
          xml.replace('modelerTemplateVersion="1"', 'modelerTemplateVersion="0"'),
        ),
    ],
  ],
  'logo-sizes': [
    [
      'no logo',
      `${SUBMISSION}: pictures/logo-512.png`,
      (release) => release.remove(SUBMISSION, 'pictures/logo-512.png'),
    ],
    [
      'another size',
      `${SUBMISSION}: pictures/logo-230.png`,
      (release) => release.write(SUBMISSION, 'pictures/logo-230.png', release.picture('pictures/logo-512.png')),
    ],
    [
      'no picture at all',
      `${SUBMISSION}: pictures/logo-230.png`,
      (release) => release.write(SUBMISSION, 'pictures/logo-230.png', 'a logo'),
    ],
  ],
  'logo-source': [
    [
      'another drawing',
      `${SUBMISSION}: pictures/logo-512.png`,
      (release) => release.edit(SUBMISSION, 'pictures/logo.svg', (svg) => svg.replace('#ffc94d', '#ff0000')),
    ],
  ],
  screenshots: [
    [
      'one only',
      `${SUBMISSION}: listing/listing.json`,
      (release) => release.listing((listing) => void listing.screenshots.pop()),
    ],
    [
      'a missing picture',
      `${SUBMISSION}: pictures/screenshot-validation.png`,
      (release) => release.remove(SUBMISSION, 'pictures/screenshot-validation.png'),
    ],
    [
      'another size',
      `${SUBMISSION}: pictures/screenshot-validation.png`,
      (release) => {
        const picture = release.picture('pictures/screenshot-validation.png');
        picture.writeUInt32BE(1280, 16);
        release.write(SUBMISSION, 'pictures/screenshot-validation.png', picture);
      },
    ],
  ],
  'alt-texts': [
    [
      'no text',
      `${SUBMISSION}: pictures/screenshot-test-send.png`,
      (release) =>
        release.listing((listing) => {
          for (const screenshot of listing.screenshots) screenshot.alt = '';
        }),
    ],
  ],
};
