/**
 * What every browser and Node have, as far as the neutral rooms use it: https://min-common-api.proposal.wintertc.org/
 * A neutral room includes this file instead of the types of a browser or of Node.
 */
declare class TextEncoder {
  /** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. */
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  /** Throws a `TypeError` for bytes that are no such text, where `fatal` is set. */
  decode(bytes?: Uint8Array): string;
}

/** The text whose units are the bytes that base64 text spells. Throws where it is none. */
declare function atob(base64: string): string;

/** Base64 of a text whose units are bytes. Throws where a unit is greater than 255. */
declare function btoa(bytes: string): string;

/** An address, as far as it is read. https://url.spec.whatwg.org/ */
declare class URL {
  /** Throws where the text is no address. */
  constructor(url: string);
  static canParse(url: string): boolean;
  /** Host and port; empty where the address has none. */
  readonly host: string;
  /** Scheme, host and port. */
  readonly origin: string;
}
