interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Viewbox extends Rectangle {
  readonly scale: number;
  readonly inner: Rectangle;
  readonly outer: { readonly width: number; readonly height: number };
}

/** Room around the diagram in pixels; the logo stands in the lower right corner. */
const MARGIN_PX = { right: 50, top: 50, bottom: 50 };

/**
 * The part of the plane that shows the whole diagram beside the palette, never larger than life. It stands above the
 * middle: what opens below it leaves it in sight.
 *
 * @param leftPx room on the left, for the palette
 */
export function fittingViewbox({ inner, outer }: Pick<Viewbox, 'inner' | 'outer'>, leftPx: number): Rectangle {
  const widthPx = Math.max(1, outer.width - leftPx - MARGIN_PX.right);
  const heightPx = Math.max(1, outer.height - MARGIN_PX.top - MARGIN_PX.bottom);
  const scale = Math.min(1, widthPx / Math.max(1, inner.width), heightPx / Math.max(1, inner.height));
  const width = outer.width / scale;
  const height = outer.height / scale;
  return {
    x: inner.x - leftPx / scale - (widthPx / scale - inner.width) / 2,
    y: inner.y - MARGIN_PX.top / scale - (heightPx / scale - inner.height) / 4,
    width,
    height,
  };
}
