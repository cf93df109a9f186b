import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures/test.ts';

test('axe finds nothing on the page with the panel open', async ({ modeler, page }) => {
  await modeler.select('PublishOrderEvent');
  await modeler.testSend.open();
  await modeler.testSend.send();
  
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => ({ id, target: target.join(' '), html: html.slice(0,200) })))).toEqual([]);
});
