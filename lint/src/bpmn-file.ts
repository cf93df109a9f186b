/** How a BPMN file is read, whichever host reads it: its bytes to text, and its text to a diagram. */
export { decodeBpmn } from './bpmn-file/decode-bpmn.ts';
export type { DecodedBpmn } from './bpmn-file/decode-bpmn.ts';
export { readBpmn } from './bpmn-file/read-bpmn.ts';
export type { BpmnProblem } from './bpmn-file/problem.ts';
export type { BpmnResult, ModdleReader } from './bpmn-file/read-bpmn.ts';
