export type AuthorizationHeaders = Readonly<Record<string, string>>;

/** What a gateway's calls are authorized with. */
export interface Authorization {
  /**
   * Headers of one call, without a promise where they are known: the same object as long as they are the same. Rejects
   * with a `CamundaError`.
   */
  headers(): AuthorizationHeaders | Promise<AuthorizationHeaders>;
  /** The gateway does not know the caller: a token that was kept is asked for anew. */
  refused(): void;
}
