/**
 * Goes a new user's way from the files of a release alone: `npm run package:try [-- FOLDER]`. Unpacks submission and plugin,
 * opens the blueprint in the stand-in for Desktop Modeler and sends its event; then does what the README says for an engine,
 * block by block, with the packed worker and bus, and a scripted gateway in the engine's place.
 */
import { evaluateInputs } from '@eventbridge-kit/connector';
import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say, step } from '@eventbridge-kit/testkit/machine/say';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { readDiagram } from '../e2e/engine/diagram.ts';
import { buildStandIn } from '../e2e/stand-in/build-stand-in.ts';
import { ModelerApp, unpack } from '../e2e/stand-in/modeler-app.ts';
import { sectionOf } from '../marketplace/src/build/fill-in.ts';
import { archiveOf, readAssets, STEMS, submissionOf, textOf } from '../marketplace/src/check/assets.ts';
import { readBlocks } from './readme/blocks.ts';
import { ReaderSession, readerEnv } from './readme/session.ts';

const TASK = 'PublishOrderEvent';
const LABEL = 'EventBridge test send';
const ACCEPTED = 'The event bus accepted the event.';

const files = process.argv[2] ?? join(root, '.cache', 'packages');
const assets = readAssets(files);
const submission = submissionOf(assets);
const { version } = submission;
const blueprint = textOf(submission.entries.get('blueprint/order-to-event.bpmn'));

/** "Install the plugin, open the blueprint, press Send." */
async function tryModeler(): Promise<void> {
  const unpacked = unpack(join(files, archiveOf(assets, STEMS.modeler).name));
  const app = new ModelerApp(unpacked.resources);
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumArguments() });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await app.openWindow(page, await buildStandIn());
    await page.evaluate((xml) => window.standInHost.open(xml), blueprint);
    await page.evaluate((id) => window.standInHost.select(id), TASK);
    await page.locator('#properties').getByRole('button', { name: LABEL }).click();
    const panel = page.getByRole('region', { name: LABEL });
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.getByText(ACCEPTED).first().waitFor();
    say(`  ${ACCEPTED}`);
  } finally {
    await browser.close();
    app.quit();
    unpacked.remove();
  }
}

/** The blueprint's job as an engine would hand it out, with the order of its start event. */
async function blueprintJob(): Promise<object> {
  const { task, processId } = await readDiagram(blueprint, TASK);
  const order = {
    id: 'A-1042',
    customer: 'Ada Lovelace',
    currency: 'EUR',
    items: [{ sku: 'TEA-01', quantity: 2, price: 12.5 }],
  };
  const { local } = evaluateInputs(task.inputs, { order, total: 25 }, stillWorld);
  return {
    ...{ key: '9007199254740993', type: task.jobType, bpmnProcessId: processId, elementId: TASK, retries: 3 },
    ...{ processInstanceKey: '9007199254740991', elementInstanceKey: '9007199254740995', tenantId: '<default>' },
    ...{ customHeaders: JSON.stringify(task.headers), variables: JSON.stringify(local) },
  };
}

/** "Start the local bus; start the worker beside your engine; start an instance." */
async function tryWorker(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'eventbridge-kit-try-'));
  const jobs = [await blueprintJob()];
  const ends: string[] = [];
  const gateway = new FakeGateway({
    respond: (method) => {
      if (method === 'CompleteJob' || method === 'FailJob') ends.push(method);
      if (method === 'StreamActivatedJobs') return Promise.resolve({ never: true });
      return Promise.resolve(method === 'ActivateJobs' ? { messages: [{ jobs: jobs.splice(0) }] } : { message: {} });
    },
  });
  await gateway.start();
  const folder = join(place, 'folder');
  mkdirSync(folder);
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
  const session = new ReaderSession(
    folder,
    readerEnv(place, dirname(process.execPath), cache),
    join(place, 'exported'),
  );
  try {
    const packages = ['camunda-eventbridge-worker', 'eventbridge-local-bus'];
    const installed = await session.run(
      `npm install ${packages.map((name) => join(files, `${name}-${version}.tgz`)).join(' ')}`,
    );
    if (installed.code !== 0) throw new Error(installed.output);
    const part = sectionOf(textOf(submission.entries.get('README.md')), 'Try it out').replaceAll(/^ {3}/gm, '');
    for (const block of readBlocks(part)) {
      if (block.kind !== 'commands') continue;
      const commands = block.code.replace('localhost:26500', gateway.address);
      say(commands.replaceAll(/^/gm, '  $ '));
      const ended = await session.start(commands, (output) => output.includes('export ') || ends.length > 0);
      if (ended !== undefined) throw new Error(`It ended:\n${ended.output}`);
    }
    const line = /^.*accepted +default +com\.example\.orders.*$/m;
    if (!(await session.waitFor(() => line.test(session.printed))) || ends.join() !== 'CompleteJob')
      throw new Error(`The job ended by ${ends.join() || 'nothing'}:\n${session.printed}`);
    say(`  ${line.exec(session.printed)?.[0] ?? ''}`);
    say('  the job is completed');
  } finally {
    await session.end();
    gateway.stop();
    rmSync(place, { recursive: true, force: true });
  }
}

await step(`The plugin of ${version} in the stand-in for Desktop Modeler`, tryModeler);
await step(`The worker of ${version}, as the README says`, tryWorker);
