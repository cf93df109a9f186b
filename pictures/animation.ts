/** Makes the README's animated picture of the demo: `npm run animation`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { animatedWebp } from './animation/animated-webp.ts';
import { withDemoPage } from './demo-page.ts';
import { DrawnPointer } from './animation/drawn-pointer.ts';
import { FrameRecorder } from './animation/frame-recorder.ts';

const SIZE = { width: 1280, height: 720 };
const FILE = join('docs', 'pictures', 'demo.webp');

await withDemoPage(
  async (page) => {
    const recorder = new FrameRecorder(page, await page.context().newPage());
    const hand = await DrawnPointer.show(page, recorder, { x: SIZE.width / 2, y: SIZE.height * 0.7 });
    await recorder.take(1_200);

    await hand.click(page.locator('.djs-element[data-element-id="PublishOrderEvent"]'));
    await recorder.take(900);
    await hand.click(page.getByRole('banner').getByRole('button', { name: 'Test send' }));
    const panel = page.getByRole('region', { name: 'Test send', exact: true });
    await panel.waitFor();
    await recorder.take(1_400);
    await hand.click(panel.getByRole('button', { name: 'Send', exact: true }));
    await panel.locator('[data-run="done"]').waitFor();
    const event = page.locator('#event-list > li').first();
    await event.waitFor();
    await recorder.take(2_000);
    await hand.click(event.locator('summary'));
    await recorder.take(2_200);

    const properties = page.getByRole('region', { name: 'Properties' });
    const region = properties.getByRole('textbox', { name: 'Region', exact: true });
    await region.scrollIntoViewIfNeeded();
    await recorder.take(600);
    await hand.click(region);
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('7');
    await properties.locator('.bjse-field-issue').first().waitFor();
    await recorder.take(2_600);
    await hand.click(properties.locator('.bjse-fix').first());
    await properties.locator('.bjse-field-issue').first().waitFor({ state: 'detached' });
    await recorder.take(1_800);

    const file = animatedWebp(SIZE.width, SIZE.height, recorder.frames);
    writeFileSync(join(root, FILE), file);
    say(`${FILE}: ${recorder.frames.length} frames, ${Math.round(file.length / 1000)} kB`);
  },
  SIZE,
  {},
  1,
);
