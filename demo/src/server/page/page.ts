import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageConfig } from '../../page-config.ts';

/** Takes the requests under `/api/`. */
export type ApiHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface PageOptions {
  /** A port in use makes way for the next free one; 0: any free one. */
  readonly port: number;
  readonly config: PageConfig;
  readonly api: ApiHandler;
  /** Told the address as soon as the page answers there. */
  readonly onAddress: (address: Pick<Page, 'url' | 'port'>) => void;
}

/** The modeler's page and its API on one address. */
export interface Page {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Nobody shows the page in a frame of theirs and has the user click in it. */
export const FRAME_HEADERS = { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' };

const CONFIG = /(<script type="application\/json" id="demo-config">)[^<]*/;

/** Hands the page its configuration, the token with it: other sites can call this address, but cannot read this page. */
export function withConfig(html: string, config: PageConfig): string {
  const json = JSON.stringify(config).replaceAll('<', String.raw`\u003c`);
  return html.replace(CONFIG, (_, start: string) => start + json);
}
