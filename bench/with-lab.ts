import { chromium, type Browser, type Page } from 'playwright';
import { serveLab } from '../e2e/lab/serve.ts';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';

/**
 * Serves the page of the measurements and starts a browser for it; ends both.
 *
 * @param flags of Chromium, besides those that every machine needs
 */
export async function withLab<Result>(
  work: (browser: Browser, url: string) => Promise<Result>,
  flags: readonly string[] = [],
): Promise<Result> {
  const executablePath = await requireChromium();
  const lab = await serveLab();
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments(), ...flags] });
  try {
    return await work(browser, lab.url);
  } finally {
    await browser.close();
    await lab.close();
  }
}

/** Opens the page in a context of its own, ready to measure; closes it. */
export async function withPage<Result>(
  browser: Browser,
  url: string,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'lab' in window);
    return await work(page);
  } finally {
    await context.close();
  }
}
