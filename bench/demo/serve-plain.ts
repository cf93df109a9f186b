/** Serves the page with the modeler alone from the demo's own server: `serve-plain.ts FOLDER`. */
import { startStaticPage } from '../../demo/src/server/page/static-page.ts';
import { say } from '../say.ts';

const [, , folder = ''] = process.argv;
await startStaticPage(
  { port: 0, config: { token: '' }, api: (_, response) => response.end(), onAddress: ({ url }) => say(url) },
  () => Promise.resolve(folder),
);
