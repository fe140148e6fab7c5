import type { HandoverOutage, OpenOrder, SystemPart } from '@switchyard/domain';

/** What is open at the service desk, for handovers. */
export abstract class OpenItems {
  /** Unfinished work orders by kind. */
  abstract totals(): Promise<Readonly<Record<string, number>>>;
  /** Of each kind the most urgent, at most so many; and all that another department has and is due before an instant. */
  abstract orders(mostOfAKind: number, dueBefore: Date): Promise<readonly OpenOrder[]>;
  /** Neither restored nor cancelled, and begun before an instant. */
  abstract outages(startsBefore: Date): Promise<readonly HandoverOutage[]>;
  /** Numbers of unfinished work orders, opened until then, that a sign-in account is responsible for; ascending. */
  abstract responsibilityOf(
    accountId: string,
    openedUntil: Date,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  abstract countResponsibilityOf(accountId: string, openedUntil: Date): Promise<number>;
  /** Of these work orders, those that are unfinished. */
  abstract unfinishedOf(numbers: readonly string[]): Promise<readonly string[]>;
  /** How many cases of the centre somebody has in hand, by name or id of the sign-in account. */
  abstract casesInHand(accounts: readonly string[]): Promise<number>;
  /** Faults of our own systems and equipment that are not solved, as the shift wrote them down; at most 100. */
  abstract systemFaults(): Promise<readonly SystemPart[]>;
  /** Events of this service that wait for the bus or were given up. */
  abstract eventTrouble(): Promise<{ readonly waiting: number; readonly dead: number }>;
}
