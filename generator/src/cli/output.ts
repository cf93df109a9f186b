import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** A file to write. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

/** Whole or not at all: a half-written template breaks every diagram that a modeler opens meanwhile. */
export const writeAtomically = async ({ path, text }: Output): Promise<void> => {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (problem) {
    await rm(temporary, { force: true });
    throw problem;
  }
};

/** True where the file holds exactly this text. */
export const isUpToDate = async ({ path, text }: Output): Promise<boolean> => {
  try {
    return (await readFile(path, 'utf8')) === text;
  } catch {
    return false;
  }
};
