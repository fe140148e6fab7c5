/** Work orders in the hands of agents, from receipt to the first thing that their holder did (L31). */
export abstract class AgentCases {
  /** Somebody has it in hand from now on; whoever had it before has not any more. */
  abstract receive(work: string, staffNumber: string, at: Date): Promise<void>;
  /** Who has it in hand. */
  abstract holderOf(work: string): Promise<string | undefined>;
  abstract end(work: string, outcome: 'handled' | 'taken-away', at: Date): Promise<void>;
}
