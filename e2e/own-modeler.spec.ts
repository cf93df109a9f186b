import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from 'playwright/test';
import { build, defaultClientConditions, preview, type InlineConfig } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The page docs/own-modeler.md, followed: its files as they are printed, beside the template. */
const test = base.extend<object, { readonly url: string }>({
  url: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies of a fixture from this pattern
    async ({}, use) => {
      const text = readFileSync(join(ROOT, 'docs/own-modeler.md'), 'utf8');
      const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text)?.[1] ?? '';
      mkdirSync(join(ROOT, '.cache'), { recursive: true });
      // inside the repository: packages resolve to its own
      const folder = mkdtempSync(join(ROOT, '.cache/own-modeler-'));
      writeFileSync(join(folder, 'index.html'), block('html'));
      writeFileSync(join(folder, 'main.js'), block('js'));
      copyFileSync(join(ROOT, 'templates/send-event.json'), join(folder, 'send-event.json'));
      const settings: InlineConfig = {
        configFile: false,
        root: folder,
        logLevel: 'error',
        resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
        oxc: { jsx: { development: false } },
        build: { outDir: join(folder, 'dist'), target: 'es2023', chunkSizeWarningLimit: Infinity },
        preview: { host: '127.0.0.1', port: 0 },
      };
      await build(settings);
      const server = await preview(settings);
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test('a modeler of one’s own, as its page says: append, be asked quietly, be told on saving', async ({ page, url }) => {
  await page.goto(url);
  await page.locator('.djs-element.djs-shape').first().click();
  await page.locator('.djs-context-pad .entry[data-action="append"]').click();
  await page.locator('.djs-popup-search input').pressSequentially('eventbridge');
  await page.locator('.djs-popup .entry[data-id^="append.template-"]').click();
  const properties = page.locator('#properties');
  await expect(properties.getByRole('textbox', { name: 'Event bus name', exact: true })).toHaveValue('default');
  await expect(properties.getByText('Required', { exact: true })).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: /^Problems/ })).toHaveText('Problems 3');
  await expect(properties.getByText('Region is required.')).toBeVisible();
  await expect(page.locator('.bjse-mark')).toHaveCount(1);
});
