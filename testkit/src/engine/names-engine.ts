/** Whether the caller names an engine; the suites then run on it, and no other is fetched. */
export function namesEngine(env: NodeJS.ProcessEnv = process.env): boolean {
  return isSet(env['ZEEBE_GRPC_ADDRESS']) || isSet(env['ZEEBE_REST_ADDRESS']);
}

export function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
