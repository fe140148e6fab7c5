import { Inject, Injectable } from '@nestjs/common';
import {
  addCounts,
  addDays,
  CALL_COUNTS,
  type CallCounts,
  daysBetween,
  type Known,
  knownFact,
  type LocalDate,
  localDateAt,
  ORDER_COUNTS,
  type OrderCounts,
  PRESENCE_COUNTS,
  type PresenceCounts,
  RATING_COUNTS,
  type RatingCountsOfStaff,
  UNKNOWN_FACT,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { grouped } from '../grouped';
import { monthSpan } from '../months';
import type { Person } from './month-work';
import { StaffCounts, type TakenKind } from './staff-counts.port';

/** A month of one person by the telephones and the acts on work orders; unknown where a day of the month was not taken. */
export interface MonthCounts {
  readonly calls: Known<CallCounts>;
  readonly ratings: Known<RatingCountsOfStaff>;
  readonly presence: Known<PresenceCounts>;
  readonly orders: Known<OrderCounts>;
}

/** Adds up the days of a month, for many people at once; by staff number. */
@Injectable()
export class AddUpCounts {
  constructor(
    private readonly counts: StaffCounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(people: readonly Person[], month: string): Promise<ReadonlyMap<string, MonthCounts>> {
    const { firstDay, lastDay } = monthSpan(month);
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const accounts = people.flatMap(({ accountId }) => (accountId === undefined ? [] : [accountId]));
    const [whole, sums, acts] = await Promise.all([
      this.wholeKinds(firstDay, lastDay),
      this.counts.sumsOf(numbers, firstDay, lastDay),
      this.counts.actsOf(accounts, firstDay, lastDay),
    ]);
    const sumsOf = grouped(sums, ({ staffNumber }) => staffNumber);
    return new Map(
      people.map(({ staffNumber, accountId = '' }): [string, MonthCounts] => {
        const own = sumsOf.get(staffNumber) ?? [];
        const of = <Name extends string>(wanted: TakenKind, names: readonly Name[]) => {
          const parts = own.flatMap(({ kind, counts }) => (kind === wanted ? [counts] : []));
          return whole.has(wanted) ? knownFact(addCounts(names, parts)) : UNKNOWN_FACT;
        };
        return [
          staffNumber,
          {
            calls: of('calls', CALL_COUNTS),
            ratings: of('ratings', RATING_COUNTS),
            presence: of('presence', PRESENCE_COUNTS),
            orders: knownFact(addCounts(ORDER_COUNTS, [acts.get(accountId) ?? {}])),
          },
        ];
      }),
    );
  }

  /** Kinds of which every day of the month that is over was taken. */
  private async wholeKinds(first: LocalDate, last: LocalDate): Promise<ReadonlySet<TakenKind>> {
    const taken = await this.counts.taken(first, last);
    const today = localDateAt(this.clock.now());
    const ended = last < today ? last : addDays(today, -1);
    // On the first day of a month there is nothing but this day.
    const until = ended < first ? first : ended;
    const days = grouped(
      taken.filter(({ day }) => day <= until),
      ({ kind }) => kind,
    );
    const wanted = daysBetween(first, until) + 1;
    return new Set([...days].flatMap(([kind, of]) => (of.length >= wanted ? [kind as TakenKind] : [])));
  }
}
