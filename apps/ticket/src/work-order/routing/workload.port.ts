/** How much each person has in hand. */
export abstract class Workload {
  /** Work orders that are not finished, by who sees to them; people without any are absent. */
  abstract openItems(people: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
