/** Module hook: adds the export condition that leads to a room's source. */
export function resolve(specifier, context, nextResolve) {
  return nextResolve(specifier, { ...context, conditions: [...context.conditions, 'eventbridge-kit'] });
}
