import bpmn from 'bpmn-moddle/resources/bpmn/json/bpmn.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { ELEMENT_TYPES, EVENTS } from './element.ts';

describe('the elements', () => {
  const known = new Set(bpmn.types.map((type) => `bpmn:${type.name}`));

  it('are elements of BPMN, each once', () => {
    expect(ELEMENT_TYPES.filter((element) => !known.has(element))).toEqual([]);
    expect(new Set(ELEMENT_TYPES).size).toBe(ELEMENT_TYPES.length);
  });

  it('have every task and every event', () => {
    const concrete = bpmn.types
      .filter((type) => !('isAbstract' in type && type.isAbstract))
      .map((type) => `bpmn:${type.name}`)
      .filter((name) => /(Task|[a-z]Event)$/.test(name) && !/Global|Choreography|ImplicitThrow/.test(name));
    const ours: readonly string[] = ELEMENT_TYPES;
    expect(concrete.filter((name) => !ours.includes(name))).toEqual([]);
    expect(EVENTS.every((event) => ours.includes(event))).toBe(true);
  });
});
