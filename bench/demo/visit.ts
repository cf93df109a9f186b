import type { Browser, BrowserContext, Page } from 'playwright';

/** What one visit of a page cost. */
export interface Visit {
  /** From the navigation until the diagram stands there, in milliseconds. */
  readonly interactiveMs: number;
  readonly requests: number;
  /** Of all answers, unpacked. */
  readonly bytes: number;
  /** In use after a garbage collection. */
  readonly heapBytes: number;
}

declare global {
  interface Window {
    readyAtMs?: number;
    gc?: () => void;
  }
}

/** Opens pages that note when they are ready. */
export function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1440, height: 900 } }).then(async (context) => {
    await context.addInitScript(() => {
      new MutationObserver(() => {
        if (document.body.dataset['ready'] !== undefined) window.readyAtMs ??= performance.now();
      }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
    });
    return context;
  });
}

/** Loads the page, and waits until all that it fetches by itself is there. */
export async function visit(page: Page, load: () => Promise<unknown>): Promise<Visit> {
  let requests = 0;
  const count = (): void => {
    requests += 1;
  };
  page.on('request', count);
  await load();
  await page.waitForFunction(() => window.readyAtMs !== undefined);
  // what it loads when nothing else is to do, the feed of events aside, which never ends
  await page.waitForTimeout(1_500);
  page.off('request', count);
  const seen = await page.evaluate(() => {
    window.gc?.();
    const timings = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const { memory } = performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }; // Chromium's own
    return {
      interactiveMs: window.readyAtMs ?? NaN,
      bytes: (timings as PerformanceResourceTiming[]).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      heapBytes: memory.usedJSHeapSize,
    };
  });
  return { ...seen, requests };
}
