import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import 'bpmn-js-eventbridge/style.css';
import './style.css';
import { readConfig } from './config.ts';
import { listenToDrawer } from './drawer.ts';
import { listenToDrops } from './drop.ts';
import { EventsList } from './events-list.ts';
import { Files } from './files.ts';
import { createModeler } from './modeler.ts';
import { listenToNotice } from './notice.ts';
import { byId } from './page.ts';
import { createSend } from './send.ts';
import { Templates } from './templates.ts';
import { listenToToolbar } from './toolbar.ts';

const { token, aws, engine } = readConfig();

const modeler = createModeler(createSend(token));
const files = new Files(modeler, new Templates(modeler));

listenToDrawer();
listenToNotice();
listenToToolbar(files, modeler);
listenToDrops((file) => void files.openFile(file));

const events = aws === undefined ? new EventsList(token) : undefined;
if (engine !== undefined) {
  const { RunPanel } = await import('./run/run-panel.ts');
  new RunPanel(modeler, token, engine, (eventId) => events?.show(eventId));
}
if (aws !== undefined) {
  byId('aws-banner').textContent = aws;
  byId('aws-banner').hidden = false;
  document.body.classList.add('to-aws');
}

// as in bpmn.io's own examples: the console's door to the modeler
Object.assign(window, { modeler });

await files.openExample();
document.body.dataset['ready'] = 'true';
