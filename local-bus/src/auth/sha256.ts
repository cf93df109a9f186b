import { createHash, createHmac } from 'node:crypto';

type Digest = ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

type Data = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, with a secret HMAC-SHA-256, in the form the AWS signer asks for. */
export class Sha256 {
  readonly #secret: Data | undefined;
  #hash: Digest;

  constructor(secret?: Data) {
    this.#secret = secret;
    this.#hash = this.#fresh();
  }

  update(data: Data): void {
    this.#hash.update(toBytes(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }

  reset(): void {
    this.#hash = this.#fresh();
  }

  #fresh(): Digest {
    return this.#secret === undefined ? createHash('sha256') : createHmac('sha256', toBytes(this.#secret));
  }
}

function toBytes(data: Data): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
