import { EXIT, HELP_OPTIONS, processPort, startProgram, unknownName } from '@eventbridge-kit/node-kit/options';
import { existsSync, readdirSync } from 'node:fs';
import { UsageError, type Bench } from './bench.ts';
import { say } from './say.ts';

const here = new URL('.', import.meta.url);

const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/bench.ts`, here)))
  .map((entry) => entry.name)
  .sort();

async function load(name: string): Promise<Bench> {
  const module = (await import(new URL(`${name}/bench.ts`, here).href)) as { default: Bench }; // the file's own contract
  return module.default;
}

async function list(): Promise<void> {
  say('usage: npm run bench -- NAME [options]');
  say('       npm run bench -- NAME --help');
  say('');
  for (const name of names) say(`  ${name.padEnd(10)} ${(await load(name)).summary}`);
}

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h') {
    await list();
    return;
  }
  if (!names.includes(name)) throw new UsageError(unknownName('benchmark', name, names));
  const bench = await load(name);
  const program = {
    name: `npm run bench -- ${name}`,
    introduction: bench.summary,
    options: { ...bench.options, ...HELP_OPTIONS },
    epilogue: bench.notes,
  };
  const started = startProgram(program, { ...processPort(import.meta.url), args });
  if (started.run) await bench.run(started.options);
  else process.exitCode = started.exitCode;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.usage;
}
