import { describe, expect, it } from 'vitest';
import { bpmn, type TaskSpec } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import {
  inputNames,
  officialTemplates,
  sendEventTemplate,
  type ElementTemplate,
} from '@eventbridge-kit/testkit/lint/templates';
import { readDiagram } from '../diagram.ts';
import { familyOf } from './ids.ts';
import { FAMILIES } from './index.ts';
import { officialFamily } from './official.ts';
import { sendEventFamily } from './send-event.ts';

function jobTypeOf({ properties }: ElementTemplate): string | undefined {
  return properties.find(({ binding }) => binding.type === 'zeebe:taskDefinition' && binding.property === 'type')
    ?.value;
}

/** A dropdown: it always has a value. */
const CHOSEN = 'authentication.type';

/** Names of the inputs that the template demands, whatever their conditions are. */
function demanded({ properties }: ElementTemplate): string[] {
  return properties.flatMap(({ binding, constraints }) =>
    constraints?.notEmpty === true && binding.name !== undefined && binding.name !== CHOSEN ? [binding.name] : [],
  );
}

async function requiredOf(task: TaskSpec): Promise<readonly string[]> {
  const [read] = readDiagram(await parse(bpmn({ tasks: [task] }))).tasks;
  return read?.family.required(read) ?? [];
}

describe("this project's family", () => {
  it('requires what the template requires', async () => {
    const usual = demanded(sendEventTemplate).filter((name) => name !== 'input.idempotencyField');
    expect((await requiredOf({})).toSorted()).toEqual(usual.toSorted());
    const all = await requiredOf({ inputs: { 'input.idempotencyId': 'detail' } });
    expect(all.toSorted()).toEqual(demanded(sendEventTemplate).toSorted());
  });
});

describe('the official family', () => {
  it('knows id, job type and inputs of every version', () => {
    expect(new Set(officialTemplates.map(({ id }) => id))).toEqual(new Set([officialFamily.templateIds[0]]));
    expect(new Set(officialTemplates.map(jobTypeOf))).toEqual(new Set([officialFamily.jobType]));
    const inputs = new Set(officialTemplates.flatMap(inputNames));
    expect(officialFamily.inputs.toSorted()).toEqual([...inputs].toSorted());
  });

  it.each(officialTemplates)('requires what version $version requires', async (template) => {
    const required = await requiredOf({
      template: { id: template.id, version: template.version },
      jobType: officialFamily.jobType,
    });
    expect(required.toSorted()).toEqual([...new Set(demanded(template))].toSorted());
  });
});

describe('familyOf', () => {
  it('goes by the template, then by the job type', () => {
    expect(familyOf(FAMILIES, sendEventFamily.templateIds[0], officialFamily.jobType)).toBe(sendEventFamily);
    expect(familyOf(FAMILIES, undefined, officialFamily.jobType)).toBe(officialFamily);
    expect(familyOf(FAMILIES, 'io.camunda.connectors.Slack.v1', 'io.camunda:slack:1')).toBeUndefined();
    expect(familyOf(FAMILIES, 'someone.else', sendEventFamily.jobType)).toBe(sendEventFamily);
  });
});
