import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { describe, expect, it } from 'vitest';
import { freeze } from '../src/release/freeze.ts';
import { changedInPlace, readRecord } from '../src/upgrade/published.ts';

/** The templates of a checkout against its record of what users have. */
function changesIn(templates: string): ReturnType<typeof changedInPlace> {
  const versioned = join(templates, 'versioned');
  const text = (path: string): string => readFileSync(path, 'utf8');
  const copies = readdirSync(versioned).filter((name) => name.endsWith('.json'));
  return changedInPlace(
    readRecord(text(join(versioned, 'SHA256SUMS'))),
    new Map([['send-event', text(join(templates, 'send-event.json'))]]),
    new Map(copies.map((name) => [name, text(join(versioned, name))])),
  );
}

/** Templates that were released once, for a test to change. */
function released<Result>(work: (templates: string) => Result): Result {
  const templates = mkdtempSync(join(tmpdir(), 'eventbridge-kit-published-'));
  try {
    mkdirSync(join(templates, 'versioned'));
    writeFileSync(join(templates, 'versioned', 'SHA256SUMS'), '');
    writeFileSync(join(templates, 'send-event.json'), '{"id":"a","version":1}\n');
    freeze(templates);
    return work(templates);
  } finally {
    rmSync(templates, { recursive: true });
  }
}

describe('a published version of a template', () => {
  it('is in this checkout as it was published', () => {
    expect(changesIn(join(root, 'templates'))).toEqual([]);
  });

  it('is kept beside the next one', () => {
    released((templates) => {
      writeFileSync(join(templates, 'send-event.json'), '{"id":"a","version":2}\n');
      expect(changesIn(templates)).toEqual([]);
      expect(freeze(templates)).toEqual(['send-event-2.json']);
      expect(freeze(templates)).toEqual([]);
      expect(readdirSync(join(templates, 'versioned'))).toEqual([
        'SHA256SUMS',
        'send-event-1.json',
        'send-event-2.json',
      ]);
      expect(changesIn(templates)).toEqual([]);
    });
  });

  it('is refused when it is changed in place', () => {
    released((templates) => {
      writeFileSync(join(templates, 'send-event.json'), '{"id":"b","version":1}\n');
      const changes = [{ file: 'send-event.json', found: 'version 1 is published, and differs from what was' }];
      expect(changesIn(templates)).toEqual(changes);
      expect(() => freeze(templates)).toThrow('version 1 is published, and differs from what was');
    });
  });

  it('is refused when its copy is changed, or gone', () => {
    released((templates) => {
      writeFileSync(join(templates, 'versioned', 'send-event-1.json'), '{}');
      expect(changesIn(templates).map(({ file }) => file)).toEqual(['versioned/send-event-1.json']);
      rmSync(join(templates, 'versioned', 'send-event-1.json'));
      writeFileSync(join(templates, 'send-event.json'), '{"id":"a","version":2}\n');
      expect(changesIn(templates)).toEqual([
        { file: 'versioned/send-event-1.json', found: 'a published version that is gone' },
      ]);
    });
  });

  it('has no record that cannot be read', () => {
    expect(() => readRecord('send-event-1.json\n')).toThrow('Write DIGEST, two blanks, NAME-VERSION.json');
  });
});
