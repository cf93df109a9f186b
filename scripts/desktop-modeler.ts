/** Puts into the package of the installer what it installs. Runs as the last part of its `prepack`. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { buildModelerPlugin } from './modeler-zip.ts';
import { root } from '@eventbridge-kit/testkit/machine/project';

const { resources } = await buildModelerPlugin();
cpSync(resources, join(root, 'desktop-modeler/dist/resources'), { recursive: true });
