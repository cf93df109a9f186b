/** The protocols of a Camunda gateway. */
export const PROTOCOLS = ['grpc', 'rest'] as const;

export type Protocol = (typeof PROTOCOLS)[number];

export interface ProtocolChoice {
  readonly protocol?: Protocol | undefined;
  readonly grpcAddress?: string | undefined;
  readonly restAddress?: string | undefined;
}

/** The protocol that is asked for, else that of the address that is set; gRPC where both are or none is. */
export function chooseProtocol({ protocol, grpcAddress, restAddress }: ProtocolChoice): Protocol {
  return protocol ?? (grpcAddress === undefined && restAddress !== undefined ? 'rest' : 'grpc');
}
