/** What a gateway's calls are authorized with. */
export interface Authorization {
  /** Headers of one call. Rejects with a `CamundaError`. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** The gateway does not know the caller: a token that was kept is asked for anew. */
  refused(): void;
}
