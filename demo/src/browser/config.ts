import type { PageConfig } from '../page-config.ts';
import { byId } from './page.ts';

export function readConfig(): PageConfig {
  return JSON.parse(byId('demo-config').textContent) as PageConfig; // written by our own server
}
