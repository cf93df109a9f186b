import { type AnyProperty, PROPERTY_KINDS } from './registry.ts';

type Properties = Readonly<Record<string, AnyProperty>>;

/**
 * The properties, each with what a job carries for it. The helpers put that in; JSON and plain JavaScript do not have it.
 *
 * @param properties of the right shape otherwise
 */
export function withJobs(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [
      key,
      Object.hasOwn(property, 'job') ? property : { ...property, job: PROPERTY_KINDS[property.type].job(property) },
    ]),
  );
}
