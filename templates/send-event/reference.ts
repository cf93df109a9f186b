/** What the reference page says beside the fields. */
export const reference = {
  introduction: '',
  sections: {},
} as const;
