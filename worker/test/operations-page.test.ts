import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORKER_OPTIONS } from '../src/cli/options.ts';
import { startHealthServer } from '../src/health/health-server.ts';
import { createMetrics } from '../src/metrics/metrics.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/operations.md');

/** Cells of the rows under a heading, the table's head left out. */
function rowsUnder(heading: string): string[][] {
  const section = page.slice(page.indexOf(`\n${heading}\n`) + 1);
  const end = section.indexOf('\n## ', 1);
  const rows = section.slice(0, end === -1 ? undefined : end).match(/^\|.*\|$/gm) ?? [];
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
}

const source = { ready: true, activeJobs: 0, waitingEvents: { entries: 0, bytes: 0 } };

describe('the page on operations', () => {
  it('has each metric of the worker with its type', async () => {
    const metrics = createMetrics({ version: '1.2.3', jobTypes: [], processMetrics: false });
    const declared = [...(await metrics.text(source)).matchAll(/^# TYPE (\S+) (\S+)$/gm)];
    const documented = rowsUnder('## Metrics').map(([name, type]) => `${name ?? ''} ${type ?? ''}`);
    expect(documented.sort()).toEqual(declared.map(([, name = '', type = '']) => `\`${name}\` ${type}`).sort());
  });

  it('asks for metrics that exist in its alerts', async () => {
    const metrics = createMetrics({ version: '1.2.3', jobTypes: [], processMetrics: false });
    const text = await metrics.text(source);
    const alerts = /```promql\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const used = (alerts.match(/camunda_eventbridge_\w+/g) ?? []).map((name) => name.replace(/_bucket$/, ''));
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([]);
  });

  it('names flags that exist', () => {
    const commands = ['help', 'version', 'check'];
    const flags = new Set([...commands, ...Object.values(WORKER_OPTIONS).map(({ flag }) => flag)]);
    const named = [...page.matchAll(/`--([a-z][a-z-]+)/g)].map(([, flag]) => flag);
    expect(named.filter((flag) => !flags.has(flag))).toEqual([]);
  });

  it('has each path that the health server answers', async () => {
    const server = await startHealthServer({
      port: 0,
      host: '127.0.0.1',
      health: () => ({ ready: true, state: 'running', activeJobs: 0 }),
      metrics: { contentType: 'text/plain', text: () => Promise.resolve('') },
    });
    const { message } = (await (await fetch(`http://127.0.0.1:${server.port}/`)).json()) as {
      readonly message: string;
    };
    await server.stop();
    const paths = rowsUnder('## Probes').map(([path = '']) => path.replaceAll('`', ''));
    expect(message).toBe(`Nothing here. Try ${paths.join(' or ')}.`);
  });

  it('explains messages that the worker has', () => {
    const folder = new URL('../src/', import.meta.url);
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    const messages = rowsUnder('## Troubleshooting').map(([message = '']) => message.replaceAll('`', ''));
    expect(messages.length).toBeGreaterThan(5);
    expect(messages.filter((message) => !code.includes(message))).toEqual([]);
  });
});
