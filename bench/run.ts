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
  if (!names.includes(name)) throw new UsageError(`There is no benchmark "${name}". Use one of: ${names.join(', ')}.`);
  const bench = await load(name);
  if (args.includes('--help') || args.includes('-h')) {
    say(`npm run bench -- ${name} [options]`);
    say('');
    say(bench.summary);
    say('');
    say(bench.usage);
    return;
  }
  await bench.run(args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
