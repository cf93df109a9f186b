import { describe, expect, it } from 'vitest';
import { fittingViewbox } from './fit.ts';

const OUTER = { width: 800, height: 600 };

function fit(inner: { x: number; y: number; width: number; height: number }): ReturnType<typeof fittingViewbox> {
  return fittingViewbox({ inner, outer: OUTER }, 130);
}

describe('the part of the plane that is shown', () => {
  it('shows a small diagram at its size, beside the palette and above the middle', () => {
    expect(fit({ x: 100, y: 100, width: 40, height: 100 })).toEqual({ x: -320, y: -50, width: 800, height: 600 });
  });

  it('shows a wide diagram whole, beside the palette', () => {
    const inner = { x: 100, y: 100, width: 1240, height: 100 };
    const shown = fit(inner);
    const scale = OUTER.width / shown.width;
    expect(scale).toBeCloseTo(0.5);
    expect((inner.x - shown.x) * scale).toBeCloseTo(130);
    expect((shown.x + shown.width - inner.x - inner.width) * scale).toBeCloseTo(50);
  });
});
