import type { Cases } from './cases.ts';

export const contexts: Cases = {
  'get value': [
    'get value({ a: 1 }, "a")',
    'get value({ a: { b: 2 } }, ["a", "b"])',
    'get value({ a: 1 }, "x")',
    'get value({ a: 1 }, [])',
    'get value(order, "id")',
  ],
  'get entries': ['get entries({ a: 1, b: "x" })', 'get entries({})', 'get entries(null)'],
  'context put': [
    'context put({ x: 1 }, "y", 2)',
    'context put({ x: 1 }, "x", 9)',
    'context put({ x: { y: 1 } }, ["x", "z"], 2)',
    'context put({ x: 1 }, ["a", "b"], 2)',
    'context put({}, "", 1)',
  ],
  'context merge': [
    'context merge([{ x: 1 }, { y: 2 }])',
    'context merge([{ x: 1, y: 0 }, { y: 2 }])',
    'context merge({ x: 1 }, { x: 2 })',
    'context merge([])',
  ],
  context: [
    'context([{ key: "a", value: 1 }, { key: "b", value: 2 }])',
    'context([])',
    'context([{ key: "a" }])',
    'context([{ key: "a", value: 1 }, { key: "a", value: 2 }])',
    'context({ key: "a", value: 1 })',
  ],
};
