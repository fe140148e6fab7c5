import { Inject, Injectable } from '@nestjs/common';
import { type InHandMonth, type Known, knownFact, NOTHING_HAPPENED, UNKNOWN_FACT } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import type { StaffMember } from '../../staff/staff-directory.port';
import { monthSpan } from '../months';
import { type JudgedCounts, StaffCounts } from './staff-counts.port';

/** A month's work orders of one person. */
export interface MonthWork {
  readonly inHand: Known<InHandMonth>;
  readonly judged: Known<JudgedCounts>;
}

export type Person = Pick<StaffMember, 'staffNumber' | 'accountId'>;

/** Adds up cases in hand and judged work of a month, for many people at once; by staff number. */
@Injectable()
export class AddUpWork {
  constructor(
    private readonly counts: StaffCounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param limitMinutes beyond which a case is overdue */
  async execute(
    people: readonly Person[],
    month: string,
    limitMinutes: number,
  ): Promise<ReadonlyMap<string, MonthWork>> {
    const { firstDay, lastDay, from, before } = monthSpan(month);
    const accounts = people.flatMap(({ accountId }) => (accountId === undefined ? [] : [accountId]));
    const asked = { from, before, limitMinutes, now: this.clock.now() };
    const [taken, judged, inHand] = await Promise.all([
      this.counts.taken(firstDay, lastDay),
      this.counts.judgedOf(accounts, firstDay, lastDay),
      this.counts.inHandOf(accounts, asked),
    ]);
    const audited = taken.some(({ kind }) => kind === 'correctness');
    return new Map(
      people.map(({ staffNumber, accountId = '' }) => [
        staffNumber,
        {
          inHand: factOf(inHand.get(accountId), true),
          judged: factOf(judged.get(accountId), audited),
        },
      ]),
    );
  }
}

function factOf<T>(value: T | undefined, taken: boolean): Known<T> {
  if (value !== undefined) return knownFact(value);
  return taken ? NOTHING_HAPPENED : UNKNOWN_FACT;
}
