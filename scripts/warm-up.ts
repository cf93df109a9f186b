/** Opens the demo once in a Chromium that it finds or installs, so that what comes next finds both ready. */
import { withDemoPage } from '../pictures/demo-page.ts';

await withDemoPage(() => Promise.resolve());
