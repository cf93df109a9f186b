/** An error that AWS would answer a request with. Thrown by operations, written by the request's protocol. */
export class AwsError extends Error {
  /** The error's name on the wire, for example `ValidationException`. */
  override readonly name: string;
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}
