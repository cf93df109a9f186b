/**
 * A whole number as people read it: `1,048,576`. Not by `toLocaleString`, which loads the language data first: a worker
 * reads this definition when it starts, and should not wait for that.
 */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
