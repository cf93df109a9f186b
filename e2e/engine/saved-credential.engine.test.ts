import official from '@camunda/connectors-element-templates/src/element-templates/aws-eventbridge-outbound-connector.json' with { type: 'json' };
import { afterEach, describe, expect, it } from 'vitest';
import { withTemplate } from '@eventbridge-kit/testkit/modeler/headless';
import { diagramWith } from './apply-template.ts';
import { TASK_ID } from './empty-task.ts';
import { changeDiagram, type Diagram } from './diagram.ts';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { SECRETS, startScene, type Scene } from './scene.ts';

/** The versions in which a user can choose a credential that the cluster keeps: 7 and later. */
const VERSIONS = official
  .filter(({ properties }) => properties.some(({ binding }) => 'name' in binding && binding.name === 'awsCredential'))
  .toSorted((a, b) => a.version - b.version)
  .map((template) => [template.version, template] as const);

// These engines keep no credentials: the mapping gives what 8.10 would put in its place.
const KEYS = `{type: "credentials", accessKey: "${SECRETS.AWS_ACCESS_KEY}", secretKey: "${SECRETS.AWS_SECRET_KEY}"}`;
const CREDENTIAL = { awsCredential: `={authentication: ${KEYS}, region: "eu-north-1"}` };
const EVENT = {
  'input.eventBusName': '="default"',
  'input.source': 'com.example.orders',
  'input.detailType': 'Order placed',
  'input.detail': '={orderId: id}',
};

let scene: Scene | undefined;

afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

/** The template filled in, and applied again as a modeler does after each change, so that its conditions hold. */
async function filledIn(template: object, processId: string, inputs: Record<string, string>): Promise<Diagram> {
  const { xml } = await changeDiagram(await diagramWith(template), TASK_ID, processId, { inputs });
  return changeDiagram(await withTemplate(xml, TASK_ID, template), TASK_ID, processId, {});
}

onEngine({
  any: (current) => {
    describe("a saved credential in Camunda's own template", () => {
      it.each(VERSIONS)('signs the event in place of the keys of the task, version %d', async (version, template) => {
        const { engine, client } = current();
        scene = await startScene(engine, { jobTypes: ['io.camunda:aws-eventbridge:1'] });
        // Versions 7 and 8 ask for keys all the same; the conditions of version 9 take them away. With keys of its own beside
        // the credential a job does not run.
        const unused = { 'authentication.accessKey': '=null', 'authentication.secretKey': '=null' };
        const { xml, processId } = await filledIn(template, `credential-${String(version)}`, {
          ...unused,
          ...EVENT,
          ...CREDENTIAL,
          'configuration.region': 'eu-central-1',
        });
        await client.deploy(xml);
        const { outcome } = await scene.runOf(await client.start(processId, { id: 'A-1042' }));
        expect(outcome?.type).toBe('complete');
        expect(scene.bus.records()).toMatchObject([{ region: 'eu-central-1', accessKeyId: SECRETS.AWS_ACCESS_KEY }]);
      });

      it.each(VERSIONS.slice(-1))(
        'brings the region that the task leaves out, version %d',
        async (version, template) => {
          const { engine, client } = current();
          scene = await startScene(engine, { jobTypes: ['io.camunda:aws-eventbridge:1'] });
          const { xml, processId, task } = await filledIn(template, `credential-region-${String(version)}`, {
            ...EVENT,
            ...CREDENTIAL,
          });
          expect(task.inputs.map(({ target }) => target).toSorted()).toEqual(
            ['awsCredential', ...Object.keys(EVENT)].toSorted(),
          );
          await client.deploy(xml);
          const { outcome } = await scene.runOf(await client.start(processId, { id: 'A-1042' }));
          expect(outcome?.type).toBe('complete');
          expect(scene.bus.records()).toMatchObject([{ region: 'eu-north-1', accessKeyId: SECRETS.AWS_ACCESS_KEY }]);
        },
      );
    });
  },
});
