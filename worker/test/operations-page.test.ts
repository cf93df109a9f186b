import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORKER_OPTIONS } from '../src/cli/options.ts';
import { startHealthServer } from '../src/health/health-server.ts';
import { LAST_COMMANDS_MS } from '../src/loop/job-loop.ts';
import { createMetrics } from '../src/metrics/metrics.ts';
import { makeJob } from '@eventbridge-kit/testkit/jobs';

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}
const page = read('docs/operations.md');

/** What the worker is made of. */
const folder = new URL('../src/', import.meta.url);
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');

/** Codes of single commands, and of what nobody foresees. */
const OTHER_CODES = ['ROUNDED_KEY', 'CLIENT', 'UNKNOWN'];

/** Cells of the rows under a heading, the table's head left out. */
function rowsUnder(heading: string): string[][] {
  const section = page.slice(page.indexOf(`\n${heading}\n`) + 1);
  const end = section.slice(1).search(/\n##+ /) + 1;
  const rows = section.slice(0, end === 0 ? undefined : end).match(/^\|.*\|$/gm) ?? [];
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
  metrics.awsObserver.onCall({ entries: 1, bytes: 1, durationMs: 1, failure: undefined });
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

  it('explains codes that the worker gives', () => {
    const codes = rowsUnder('### Authentication at Camunda').flatMap(
      ([cell = '']) => cell.match(/[A-Z][A-Z_0-9]+/g) ?? [],
    );
    expect(codes.length).toBeGreaterThan(8);
    // The REST ones are made of the status: `HTTP_${status}`.
    const given = (code: string): boolean =>
      [`'${code}'`, `status.${code}]`, `${Number(code.replace('HTTP_', ''))}: 'unauthorized'`].some((text) =>
        source.includes(text),
      );
    expect(codes.filter((code) => !given(code))).toEqual([]);
  });

  it('has a line for each code by which a connection fails', () => {
    const cells = rowsUnder('### Authentication at Camunda').map(([cell = '']) => cell);
    const own = [...source.matchAll(/CamundaError\(\s*'(?:unavailable|unauthorized|rejected)',\s*'([A-Z_]+)'/g)];
    const codes = new Set(own.map(([, code = '']) => code));
    for (const other of OTHER_CODES) codes.delete(other);
    expect(codes.size).toBeGreaterThan(4);
    expect([...codes].filter((code) => !cells.some((cell) => cell.includes(`\`${code}\``)))).toEqual([]);
  });

  it('explains messages that the worker has', () => {
    const messages = rowsUnder('## Troubleshooting').map(([message = '']) => message.replaceAll('`', ''));
    expect(messages.length).toBeGreaterThan(5);
    expect(messages.filter((message) => !source.includes(message))).toEqual([]);
  });
});
