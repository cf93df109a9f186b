/** Why a request is not served; its message goes to the caller. */
export interface Problem {
  /** HTTP status. */
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 500;
  readonly message: string;
}
