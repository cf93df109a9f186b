import { message, quote } from '@eventbridge-kit/issue';
import { headerOf } from '../model/event-task.ts';
import { findRaces, racesOf } from '../rule/races.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'result-variable-race',
  title: 'Two parallel tasks write one variable',
  severity: 'warning',
  scope: 'diagram',
  prepare: findRaces,
  check: (task, diagram) =>
    racesOf(task, diagram).map(({ variable, other }) => {
      const isVariable = headerOf(task, 'resultVariable')?.text.trim() === variable;
      const output = task.outputs.find(({ name }) => name === variable);
      const at = output ?? headerOf(task, isVariable ? 'resultVariable' : 'resultExpression');
      return {
        message: message({
          wrong: 'A task in a parallel branch writes the same variable, so one result is lost',
          found: `${quote(variable)} here and in ${quote(other.name ?? other.id)}`,
          instead: 'Give each task a variable of its own.',
        }),
        ...(at && { at }),
      };
    }),
});
