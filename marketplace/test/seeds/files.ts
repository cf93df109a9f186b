import { MODELER, SUBMISSION, TEMPLATES, WORKER } from '../sample-release.ts';
import type { Seeds } from './seed.ts';

/** Seeds in the files of a release. */
export const FILES_SEEDS: Seeds = {
  'release-files': [
    ['no plugin', 'eventbridge-kit-desktop-modeler', (release) => void release.archives.delete(MODELER)],
    [
      'a package of another version',
      `${WORKER}: package.json`,
      (release) => release.edit(WORKER, 'package.json', (text) => text.replace('1.0.0', '0.9.0')),
    ],
  ],
  checksums: [
    ['a file that was changed', `SHA256SUMS: ${WORKER}`, (release) => void release.files.set(WORKER, Uint8Array.of(1))],
    ['a file without a sum', 'SHA256SUMS: more.zip', (release) => void release.files.set('more.zip', Uint8Array.of(1))],
    ['a sum without a file', `SHA256SUMS: ${MODELER}`, (release) => void release.files.delete(MODELER)],
    ['no sums', 'SHA256SUMS', (release) => void release.files.delete('SHA256SUMS')],
  ],
  'bills-of-materials': [
    [
      'no bill of materials',
      'camunda-eventbridge-worker-1.0.0.cdx.json',
      (release) => void release.files.delete('camunda-eventbridge-worker-1.0.0.cdx.json'),
    ],
    [
      'one of another package',
      'camunda-eventbridge-worker-1.0.0.cdx.json: metadata',
      (release) => release.edit(WORKER, 'package.json', (text) => text.replace('worker', 'other')),
    ],
  ],
  'versioned-folder': [
    [
      'no folder for older versions',
      `${TEMPLATES}: versioned/`,
      (release) => {
        release.remove(TEMPLATES, 'versioned/SHA256SUMS');
        release.remove(TEMPLATES, 'versioned/README.md');
      },
    ],
  ],
  'modeler-zip': [
    [
      'no plugin in it',
      `${MODELER}: plugins/`,
      (release) => release.remove(MODELER, 'plugins/eventbridge-kit/index.js'),
    ],
    [
      'another template in it',
      `${MODELER}: element-templates/eventbridge-kit-send-event.json`,
      (release) => release.write(MODELER, 'element-templates/eventbridge-kit-send-event.json', '{}'),
    ],
  ],
  'main-branch-template': [
    [
      'another template',
      `${SUBMISSION}: element-templates/send-event.json`,
      (release) => release.write(SUBMISSION, 'element-templates/send-event.json', '{}'),
    ],
  ],
  'licences-inside': [
    ['a package without its licence', `${WORKER}: LICENSE`, (release) => release.remove(WORKER, 'LICENSE')],
  ],
  'readable-code': [
    [
      'minified code',
      `${WORKER}: dist/index.js`,
      (release) => release.write(WORKER, 'dist/index.js', 'export const a=1;'.repeat(200)),
    ],
  ],
  credentials: [
    [
      'a key',
      `${WORKER}: dist/index.js`,
      (release) => release.edit(WORKER, 'dist/index.js', (text) => `${text}// AKIA${'ABCDEFGH'.repeat(2)}\n`),
    ],
  ],
  links: [
    [
      'a link that leads nowhere',
      `${SUBMISSION}: README.md`,
      (release) => release.edit(SUBMISSION, 'README.md', (text) => text.replace('(SECURITY.md)', '(SECRUITY.md)')),
    ],
    [
      'a link to no heading',
      `${SUBMISSION}: README.md`,
      (release) =>
        release.edit(SUBMISSION, 'README.md', (text) => text.replace('(SECURITY.md)', '(SECURITY.md#reprot)')),
    ],
    [
      'an address without TLS',
      `${SUBMISSION}: README.md`,
      (release) =>
        release.edit(SUBMISSION, 'README.md', (text) => text.replace('(SECURITY.md)', '(http://example.com)')),
    ],
  ],
  publisher: [
    [
      'nobody who publishes',
      `${SUBMISSION}: LICENSE`,
      (release) =>
        release.edit(SUBMISSION, 'LICENSE', (text) => text.replace('Example Ltd', '[name: publisher.invalid]')),
    ],
  ],
};
