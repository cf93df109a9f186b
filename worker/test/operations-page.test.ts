import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORKER_OPTIONS } from '../src/cli/options.ts';
import { startHealthServer } from '../src/health/health-server.ts';
import { LAST_COMMANDS_MS } from '../src/loop/job-loop.ts';
import { createMetrics } from '../src/metrics/metrics.ts';
import { makeJob } from './jobs.ts';

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

/** A page of metrics on which each has a value. */
function metricsPage(): Promise<string> {
  const metrics = createMetrics({ version: '1.2.3', jobTypes: ['type'], processMetrics: false });
  metrics.onJobEnd({ job: makeJob('1', { type: 'type' }), settlement: 'gone', durationMs: 1 });
  metrics.awsObserver.onCall({ entries: 1, bytes: 1, durationMs: 1 });
  metrics.awsObserver.onRetry('throttled', 1);
  return metrics.text({
    ready: true,
    activeJobs: 0,
    waitingEvents: { entries: 0, bytes: 0 },
    intake: [{ jobType: 'type', jobs: { stream: 1, poll: 1 }, isStreamOpen: true }],
  });
}

/** Names of the labels of a metric, without those that make up a histogram. */
function labelsOf(name: string, text: string): string[] {
  const series = new RegExp(String.raw`^${name}(?:_bucket|_sum|_count)?(?:\{(.*)\})? `, 'gm');
  const labels = [...text.matchAll(series)].flatMap(([, pairs = '']) => pairs.match(/[a-z_]+(?==")/g) ?? []);
  return [...new Set(labels)].filter((label) => label !== 'le');
}

describe('the page on operations', () => {
  it('has each metric of the worker with its type and its labels', async () => {
    const text = await metricsPage();
    const declared = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => {
      const labels = labelsOf(name, text).map((label) => `\`${label}\``);
      return [`\`${name}\``, type, labels.join(', ')].join(' | ');
    });
    const documented = rowsUnder('## Metrics').map((cells) => cells.slice(0, 3).join(' | '));
    expect(documented.sort()).toEqual(declared.sort());
  });

  it('asks for metrics that exist in its alerts', async () => {
    const text = await metricsPage();
    const alerts = /```promql\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const used = (alerts.match(/camunda_eventbridge_\w+/g) ?? []).map((name) => name.replace(/_bucket$/, ''));
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([]);
  });

  it('says how long the end takes after the drain timeout', () => {
    const seconds = LAST_COMMANDS_MS / 1000;
    expect(page).toContain(`for which it takes at most ${seconds} s more`);
    expect(page).toContain(`than the drain timeout plus ${seconds} s.`);
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
