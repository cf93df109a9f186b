/**
 * Packs what users install into `.cache/packages/`: a tarball of each published package, and the template with its
 * reference page as a zip-free folder that Desktop Modeler reads. Then installs the tarballs into an empty folder and
 * starts every command there, so that a file or a dependency that is missing is found here and not by a user.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.ts';
import { say } from './say.ts';
