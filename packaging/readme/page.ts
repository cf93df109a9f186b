import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { chromium, type Browser, type Page } from 'playwright';

/** The page that a README lets its reader make, in a browser. */
export class ReaderPage {
  readonly #browser: Browser;
  readonly #page: Page;
  #errors: string[] = [];

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
    page.on('pageerror', (error) => this.#errors.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.location().url.endsWith('/favicon.ico')) this.#errors.push(line.text());
    });
  }

  static async open(address: string): Promise<ReaderPage> {
    const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArguments() });
    const page = new ReaderPage(browser, await browser.newPage({ viewport: { width: 1280, height: 800 } }));
    await page.#page.goto(address);
    return page;
  }

  /** Loads it anew. */
  async reload(): Promise<void> {
    this.#errors = [];
    await this.#page.reload();
  }

  /** What went wrong in it once it has settled; undefined when nothing did. */
  async failure(): Promise<string | undefined> {
    await this.#page.waitForLoadState('networkidle');
    return this.#errors.length === 0 ? undefined : this.#errors.join('\n');
  }

  /** The text that is seen in it. */
  text(): Promise<string> {
    return this.#page.locator('body').innerText();
  }

  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path, caret: 'hide', animations: 'disabled' });
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
