/** What a mistyped name was probably meant to be, as the end of a message; empty where none is near. */
export const suggestion = (written: string, names: Iterable<string>): string => {
  const meant = [...names].find((name) => name.toLowerCase() === written.toLowerCase());
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
};
