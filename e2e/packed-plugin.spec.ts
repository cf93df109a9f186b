import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { expect, test } from 'playwright/test';
import { TestSendPanel } from './fixtures/test-send-panel.ts';
import { withPicture } from './lab/diagram.ts';
import { servePlainPage } from './plain/serve.ts';
import type { PlainPage } from './plain/main.ts';

test('the packed plugin shows the same preview in a page with bpmn-js alone', async ({ page }) => {
  const plain = await servePlainPage();
  try {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(plain.url);
    await page.waitForFunction(() => 'plain' in window);
    const headers = { errorExpression: '=if error != null then bpmnError("LATER", "later") else null' };
    const diagram = bpmn({ tasks: [{ name: 'Send it', headers }], boundaries: [['Task_1', 'LATER']] });
    const xml = withPicture(diagram, ['Task_1', 'Boundary_0']);
    await page.evaluate(([text]) => (window as unknown as { plain: PlainPage }).plain.open(text, 'Task_1'), [
      xml,
    ] as const);
    const testSend = new TestSendPanel(page);
    await expect(testSend.headline).toHaveText('The event can be sent.');
    await testSend.setVariables({ order: { id: 'plain' } });
    await expect(testSend.section('Event entry')).toContainText('"orderId": "plain"');
    await testSend.answer('Throttled').click();
    await expect(page.locator('.djs-element.bjse-catches')).toHaveAttribute('data-element-id', 'Boundary_0');
    await expect(testSend.panel).toContainText('There is no service here.');
    expect(faults).toEqual([]);
  } finally {
    await plain.close();
  }
});
