interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Viewbox extends Rectangle {
  readonly inner: Rectangle;
  readonly outer: { readonly width: number; readonly height: number };
}

/** Room around the diagram in pixels: the palette stands on its left. */
const MARGIN_PX = { left: 130, right: 50, top: 50, bottom: 50 };

/**
 * The part of the plane that shows the whole diagram beside the palette, never larger than life. It stands above the
 * middle: what opens below it leaves it in sight.
 */
export function fittingViewbox({ inner, outer }: Viewbox): Rectangle {
  const widthPx = Math.max(1, outer.width - MARGIN_PX.left - MARGIN_PX.right);
  const heightPx = Math.max(1, outer.height - MARGIN_PX.top - MARGIN_PX.bottom);
  const scale = Math.min(1, widthPx / Math.max(1, inner.width), heightPx / Math.max(1, inner.height));
  const width = outer.width / scale;
  const height = outer.height / scale;
  return {
    x: inner.x - MARGIN_PX.left / scale - (widthPx / scale - inner.width) / 2,
    y: inner.y - MARGIN_PX.top / scale - (heightPx / scale - inner.height) / 4,
    width,
    height,
  };
}
