/** What keeps a file, or a part of it, from being read. */
export interface BpmnProblem {
  /** What is wrong, what was found and what to write instead. */
  readonly message: string;
  /** Counted from 1; absent where nobody can tell the place. */
  readonly line?: number;
  readonly column?: number;
}
