import { startDemo, type Demo, type DemoOptions } from '@eventbridge-kit/demo';
import { chromium, type Page } from 'playwright';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';

/** The demo in a Chromium, for scripts that make files of it. */
export async function withDemoPage<Result>(
  work: (page: Page, demo: Demo) => Promise<Result>,
  size = { width: 1440, height: 900 },
  options: DemoOptions = {},
  // more pixels than points: pictures stay sharp where they are scaled
  deviceScaleFactor = 1.5,
): Promise<Result> {
  const executablePath = await requireChromium();
  const demo = await startDemo({ port: 0, env: {}, ...options });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  try {
    const context = await browser.newContext({ viewport: size, deviceScaleFactor, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(demo.url);
    await page.locator('body[data-ready]').waitFor();
    return await work(page, demo);
  } finally {
    await browser.close();
    await demo.close();
  }
}
