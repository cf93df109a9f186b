import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundAddress, foundText } from './found-address.ts';

describe('what was found where an address should be', () => {
  it('is told whole where it has no place for a password', () => {
    for (const address of ['localhost', 'localhost:26500', 'grpc://x:70000', 'https://bus.example*', 'http://[::1]:1/'])
      expect(foundAddress(address)).toBe(`"${address}"`);
    expect(foundAddress('https://host.example:8080/a/path')).toBe('the host "host.example:8080"');
    expect(foundAddress('no address')).toBe('a text of 10 characters that is no address');
    expect(foundText('loud')).toBe('"loud"');
  });

  it('tells nothing before an @, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), (start, url) => {
        const told = foundAddress(`${start}PASSWORD@${url}`) + foundText(`https://x:PASSWORD@${start}${url}`);
        expect(told).not.toContain('PASSWORD');
      }),
    );
  });
});
