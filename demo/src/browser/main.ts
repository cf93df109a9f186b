import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import 'bpmn-js-eventbridge/style.css';
import './styles/page.css';
import './styles/work.css';
import './styles/events.css';
import './styles/run.css';
import { thrownText } from '@eventbridge-kit/issue';
import { readConfig } from './config.ts';
import { listenToDrawer } from './drawer.ts';
import { listenToDrops } from './drop.ts';
import { EventsList } from './events/events-list.ts';
import { offerMissingBus } from './events/missing-bus.ts';
import { Senders } from './events/senders.ts';
import { Files } from './files.ts';
import { listenToKeys } from './keys.ts';
import { placeBelow } from './layout/bottom.ts';
import { Layout } from './layout/layout.ts';
import { View } from './layout/view.ts';
import { createModeler } from './modeler.ts';
import { listenToNotice } from './notice.ts';
import { byId } from './page.ts';
import { listenToRuleLinks, RULE_PAGES } from './rule-drawer.ts';
import { createTestSend, NOTHING_BEHIND } from './send.ts';
import { Templates } from './templates.ts';
import { listenToToolbar } from './toolbar.ts';

const { token, aws, engine, isStatic = false } = readConfig();

const layout = new Layout();
const modeler = createModeler({
  testSend: isStatic ? NOTHING_BEHIND : createTestSend(token),
  rulePage: (rule) => `${RULE_PAGES}${rule}.html`,
  places: { testSend: placeBelow(follow), problems: placeBelow(follow) },
});
const view = new View(modeler);
const files = new Files(modeler, new Templates(modeler), view);

listenToDrawer();
listenToRuleLinks();
listenToNotice();
listenToToolbar(files, modeler, view);
listenToDrops((file) => void files.openFile(file));
listenToKeys({ save: () => void files.save(), find: () => modeler.get('editorActions').trigger('find') });

/** The diagram's place has another size: it and the task that is sent stay in sight. */
function follow(): void {
  view.follow(modeler.get('eventBridgeTestSend').element);
}

const senders = new Senders(modeler);
const events =
  aws === undefined && !isStatic ? new EventsList(token, senders, () => layout.reveal('events')) : undefined;
if (events) offerMissingBus(modeler, (name) => void events.createBus(name));
if (engine !== undefined) {
  const { RunPanel } = await import('./run/run-panel.ts');
  new RunPanel({ modeler, token, engine, senders, place: placeBelow(follow), showEvent: (id) => events?.show(id) });
}
if (aws !== undefined) {
  byId('aws-banner').textContent = aws;
  byId('aws-banner').hidden = false;
  document.body.classList.add('to-aws');
}

if (isStatic) document.body.classList.add('to-aws');

// as in bpmn.io's own examples: the console's door to the modeler
Object.assign(window, { modeler });

try {
  await files.openExample();
  byId('canvas-state').hidden = true;
  files.offerDraft();
} catch (error) {
  byId('canvas-state').textContent = `The diagram cannot be shown: ${thrownText(error)}. Load the page again.`;
}
document.body.dataset['ready'] = 'true';
// The demo loads what answers this when it is asked: the page comes first.
events?.connect();
