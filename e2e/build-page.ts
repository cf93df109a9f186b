import { builtPage } from '@eventbridge-kit/demo';

/** The demo's page, built once before the tests that open it. */
export default async function buildDemoPage(): Promise<void> {
  await builtPage();
}
