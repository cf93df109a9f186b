import { createServer, type Server } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { Modeler } from './fixtures/modeler.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A web server that knows files alone, below a path of its own. */
async function serve(folder: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/^\/demo\//, '');
    const file = join(folder, path === '' ? 'index.html' : path);
    if (!url.startsWith('/demo/') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { url: `http://127.0.0.1:${String(port)}/demo/`, server };
}

test('the demo as files: everything but sending works, and sending says why it does not', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-static-'));
  await runQuietly(process.execPath, ['scripts/run.js', 'demo-static', folder], { cwd: root });
  const { url, server } = await serve(folder);
  try {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto(url);
    await page.locator('body[data-ready]').waitFor();
    const modeler = new Modeler(page);
    await modeler.select('PublishOrderEvent');
    await modeler.testSend.open();
    const { testSend, problems, properties } = modeler;
    await expect(testSend.headline).toHaveText('The event can be sent.');
    await testSend.setVariables({ order: { id: 'from a file', items: [] }, total: 1 });
    await expect(testSend.section('Event entry')).toContainText('"orderId": "from a file"');
    await testSend.answer('Access denied').click();
    await expect(page.locator('.djs-element.bjse-catches')).toHaveAttribute('data-element-id', 'EventRejected');
    await expect(testSend.panel.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
    await expect(testSend.panel).toContainText('This page has no test-send service behind it');

    await properties.fill('Region', 'eu-central-7');
    await expect(problems.messages('eu-central-7')).toBeVisible();
    await problems.messages('eu-central-7').getByRole('link').click();
    await expect(page.locator('.rule-page')).toContainText('region');
    expect(missing).toEqual([]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no folder is emptied for the files of the demo', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-static-'));
  try {
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const written = runQuietly(process.execPath, ['scripts/run.js', 'demo-static', folder], { cwd: root });
    await expect(written).rejects.toThrow('is not empty, and nothing in it is overwritten');
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
