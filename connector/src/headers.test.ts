import { describe, expect, it } from 'vitest';
import { HEADER_NAMES, parseHeaders } from './headers.ts';

describe('the headers of a job', () => {
  it('are read with durations in milliseconds', () => {
    const result = parseHeaders({
      resultVariable: 'sent',
      resultExpression: '={id: response.entries[1].eventId}',
      errorExpression: '=null',
      retryBackoff: 'PT30S',
      jobTimeout: 'PT5M',
      elementTemplateId: 'send-event',
      elementTemplateVersion: '1',
    });
    expect(result).toEqual({
      ok: true,
      headers: {
        resultVariable: 'sent',
        resultExpression: '={id: response.entries[1].eventId}',
        errorExpression: '=null',
        retryBackoffMs: 30_000,
        jobTimeoutMs: 300_000,
        elementTemplateId: 'send-event',
        elementTemplateVersion: '1',
      },
    });
  });

  it('count as absent when blank', () => {
    expect(parseHeaders(Object.fromEntries(HEADER_NAMES.map((name) => [name, '  '])))).toEqual({
      ok: true,
      headers: {},
    });
  });

  it('are left out when unknown', () => {
    expect(parseHeaders({ colour: 'blue', constructor: 'x', toString: 'y' })).toEqual({ ok: true, headers: {} });
  });

  it('are not inherited', () => {
    expect(parseHeaders(Object.create({ resultVariable: 'x' }) as Record<string, string>)).toEqual({
      ok: true,
      headers: {},
    });
  });

  it('are refused with one issue for each wrong duration', () => {
    const result = parseHeaders({ retryBackoff: 'soon', jobTimeout: 'P1Y', resultVariable: 'x' });
    expect(result).toMatchObject({
      ok: false,
      issues: [
        { rule: 'header-duration', severity: 'error', field: 'retryBackoff' },
        { rule: 'header-duration', severity: 'error', field: 'jobTimeout' },
      ],
    });
  });

  it('allow a backoff of 0 and refuse a job timeout of 0', () => {
    expect(parseHeaders({ retryBackoff: 'PT0S' })).toEqual({ ok: true, headers: { retryBackoffMs: 0 } });
    expect(parseHeaders({ jobTimeout: 'PT0S' })).toMatchObject({ ok: false, issues: [{ field: 'jobTimeout' }] });
  });
});
