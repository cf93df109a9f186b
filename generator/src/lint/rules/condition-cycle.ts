import { propertiesById, simpleConditions } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** Properties whose conditions depend on each other: none of them could ever be shown. */
export const conditionCycle: LintRule = {
  id: 'condition-cycle',
  check: ({ properties }) => {
    const byId = propertiesById(properties);
    // of an id that stands twice one property may exist while the other does not
    const referenced = (id: string): string[] => {
      const [property, ...others] = byId.get(id) ?? [];
      return others.length > 0 ? [] : simpleConditions(property?.condition).map((condition) => condition.property);
    };
    const reported = new Set<string>();

    const cycleFrom = (id: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(id)) return path.slice(path.indexOf(id));
      for (const next of referenced(id)) {
        const cycle = cycleFrom(next, [...path, id]);
        if (cycle !== undefined) return cycle;
      }
      return undefined;
    };

    return [...byId.keys()].flatMap((id) => {
      const cycle = cycleFrom(id, []);
      if (cycle === undefined || cycle.some((member) => reported.has(member))) return [];
      cycle.forEach((member) => reported.add(member));
      const [first = id] = cycle;
      const round = [...cycle, first].join(' -> ');
      return [error(`its condition depends on itself: ${round}; drop one of these conditions`, first, 'condition')];
    });
  },
};
