import { parseExpression } from '@bpmn-io/feelin';

/**
 * Whether a line comment is the last thing in an expression. The engine joins the mappings of a task to one expression,
 * where such a comment hides what follows.
 */
export function endsInLineComment(text: string): boolean {
  if (!text.includes('//')) return false;
  let found = false;
  parseExpression(text, {}, 'camunda').iterate({
    enter: ({ name, to }) => {
      if (name === 'LineComment' && to === text.length) found = true;
    },
  });
  return found;
}
