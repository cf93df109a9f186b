/**
 * Takes the documentation's pictures of the demo, `npm run screenshots`; with `--all` a picture of each of its states, light
 * and dark, into `.cache/pictures/`, to be looked at. Names of states take those alone.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from '@eventbridge-kit/demo';
import { findJava, OLDEST_JAVA } from '@eventbridge-kit/testkit/machine/java';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import type { Page } from 'playwright';
import { withDemoPage } from './demo-page.ts';
import { DEMO_STATES, RUN_STATES, type DemoState } from './demo-states.ts';

const SIZE = { width: 1440, height: 900 };
const DOCS = join('docs', 'pictures');

async function shoot(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(join(root, folder), { recursive: true });
  // no caret and no half-finished transition in a picture
  await page.screenshot({ path: join(root, folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  say(join(folder, `${name}.png`));
}

/** Each state starts on a page of its own, with an empty bus. */
async function shootStates(
  states: Readonly<Record<string, DemoState>>,
  { folder, suffix = '' }: { readonly folder: string; readonly suffix?: string },
  page: Page,
  demo: Demo,
): Promise<void> {
  for (const [name, { show, size = SIZE }] of Object.entries(states)) {
    demo.bus?.clear();
    await page.evaluate(() => localStorage.clear());
    await page.setViewportSize(size);
    await page.goto(demo.url);
    await page.locator('body[data-ready]').waitFor();
    await show(page, demo);
    await shoot(page, folder, `${name}${suffix}`);
  }
}

const [, , ...args] = process.argv;
const isAll = args.includes('--all');
const names = args.filter((arg) => arg !== '--all');

function isWanted([name, { isDocumented }]: readonly [string, DemoState]): boolean {
  return (isAll || isDocumented === true) && (names.length === 0 || names.includes(name));
}

async function shootAll(all: Readonly<Record<string, DemoState>>, page: Page, demo: Demo): Promise<void> {
  const states = Object.fromEntries(Object.entries(all).filter(isWanted));
  if (!isAll) {
    await shootStates(states, { folder: DOCS }, page, demo);
    return;
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await shootStates(states, { folder: join('.cache', 'pictures'), suffix: `-${colorScheme}` }, page, demo);
  }
}

await withDemoPage((page, demo) => shootAll(DEMO_STATES, page, demo), SIZE);

if (findJava() === undefined) {
  say(`The pictures of Run process stay as they are: its engine needs Java ${String(OLDEST_JAVA)} or newer.`);
} else await withDemoPage((page, demo) => shootAll(RUN_STATES, page, demo), SIZE, { engine: true, say });
