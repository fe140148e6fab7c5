import { lotOf } from '../shared';

export interface AssignableCall {
  readonly id: string;
  /** Whose call it is. */
  readonly staffNumber: string;
}

export interface InspectorLoad {
  readonly staffNumber: string;
  /** Calls that it still has to judge. */
  readonly open: number;
}

/**
 * Gives each call to the inspector with the least in hand, by lot among equals, and never to the person who talked (§14).
 * @returns inspector by call; calls for which there is nobody are absent
 */
export function assignInspectors(
  calls: readonly AssignableCall[],
  inspectors: readonly InspectorLoad[],
  seed: string,
): ReadonlyMap<string, string> {
  const load = new Map(inspectors.map(({ staffNumber, open }) => [staffNumber, open]));
  const assigned = new Map<string, string>();
  for (const { id, staffNumber } of calls) {
    const least = [...load]
      .filter(([inspector]) => inspector !== staffNumber)
      .map(([inspector, open]) => ({ inspector, open, lot: lotOf(seed, `${id} ${inspector}`) }))
      .sort(
        (one, other) =>
          one.open - other.open || one.lot - other.lot || (one.inspector < other.inspector ? -1 : 1),
      )
      .at(0);
    if (!least) continue;
    assigned.set(id, least.inspector);
    load.set(least.inspector, least.open + 1);
  }
  return assigned;
}
