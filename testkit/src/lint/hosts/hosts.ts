import { bpmnlint } from './bpmnlint.ts';
import { cli } from './cli.ts';
import type { Host } from './host.ts';
import { pure } from './pure.ts';

/** Every host that must agree on every example. */
export const HOSTS: readonly Host[] = [pure, bpmnlint, cli];
