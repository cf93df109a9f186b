import { propertiesOf } from '../conditions.ts';
import { type LintRule, errorAt } from '../rule.ts';

/** Elements that Camunda hands to a job worker, and therefore need a job type. */
const WORKER_ELEMENTS = ['bpmn:ServiceTask', 'bpmn:SendTask'];

/** A service task without a job type cannot be deployed. */
export const missingJobType: LintRule = {
  id: 'missing-job-type',
  check: (template) => {
    const element =
      template.elementType?.value ?? (template.appliesTo.length === 1 ? template.appliesTo[0] : undefined);
    if (element === undefined || !WORKER_ELEMENTS.includes(element)) return [];
    const typed = propertiesOf(template).some(
      ([, { binding }]) =>
        binding.type === 'zeebe:taskDefinition:type' ||
        (binding.type === 'zeebe:taskDefinition' && binding.property === 'type'),
    );
    return typed
      ? []
      : [
          errorAt(
            ['properties'],
            `a ${element} needs a job type: add hidden({ value: 'my-type', binding: taskDefinition('type') })`,
          ),
        ];
  },
};
