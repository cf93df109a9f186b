/** The `prepack` of published rooms: what is published is put together elsewhere, without the way to the sources. */
console.error(
  'A room is not packed in its own folder: its package would lack what is built. Write `npm run package`, or `npm run package -- ROOM`.',
);
process.exitCode = 1;
