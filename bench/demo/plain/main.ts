import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import CamundaModeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';

const example = await fetch(new URL('../../../demo/examples/order-to-event.bpmn', import.meta.url)).then((file) =>
  file.text(),
);
const modeler = new CamundaModeler({ container: '#canvas', propertiesPanel: { parent: '#properties' } });
await modeler.importXML(example);
document.body.dataset['ready'] = 'true';
