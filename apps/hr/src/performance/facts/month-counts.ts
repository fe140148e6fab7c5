import { Inject, Injectable } from '@nestjs/common';
import {
  addCounts,
  addDays,
  CALL_COUNTS,
  type CallCounts,
  daysBetween,
  inHandOf,
  type InHandMonth,
  type Known,
  knownFact,
  type LocalDate,
  localDateAt,
  NOTHING_HAPPENED,
  ORDER_COUNTS,
  type OrderCounts,
  PRESENCE_COUNTS,
  type PresenceCounts,
  RATING_COUNTS,
  type RatingCountsOfStaff,
  UNKNOWN_FACT,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import type { StaffMember } from '../../staff/staff-directory.port';
import { grouped } from '../grouped';
import { monthSpan } from '../months';
import { type DayCounts, type JudgedCounts, StaffCounts, type TakenKind } from './staff-counts.port';

/** A month's work of one person; unknown where a day of the month was not taken. */
export interface MonthCounts {
  readonly calls: Known<CallCounts>;
  readonly ratings: Known<RatingCountsOfStaff>;
  readonly presence: Known<PresenceCounts>;
  readonly orders: Known<OrderCounts>;
  readonly judged: Known<JudgedCounts>;
  readonly inHand: Known<InHandMonth>;
}

type Person = Pick<StaffMember, 'staffNumber' | 'accountId'>;

/** Adds up the days of a month, for many people at once. */
@Injectable()
export class AddUpMonth {
  constructor(
    private readonly counts: StaffCounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param inHandMinutes beyond which a case is overdue */
  async execute(
    people: readonly Person[],
    month: string,
    inHandMinutes: number,
  ): Promise<ReadonlyMap<string, MonthCounts>> {
    const { firstDay, lastDay, from, before } = monthSpan(month);
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const accounts = people.flatMap(({ accountId }) => (accountId === undefined ? [] : [accountId]));
    const now = this.clock.now();
    const [whole, calls, ratings, presence, acts, judged, spells] = await Promise.all([
      this.wholeKinds(firstDay, lastDay, localDateAt(now)),
      this.daysOf('calls', numbers, firstDay, lastDay),
      this.daysOf('ratings', numbers, firstDay, lastDay),
      this.daysOf('presence', numbers, firstDay, lastDay),
      this.counts.actsOf(accounts, firstDay, lastDay),
      this.counts.judgedOf(accounts, firstDay, lastDay),
      this.counts.spellsOf(accounts, from, before),
    ]);
    const handOf = grouped(spells, ({ accountId }) => accountId);
    const until = now < before ? now : before;
    const sum = <Names extends readonly string[]>(
      kind: TakenKind,
      names: Names,
      rows: Days,
      staffNumber: string,
    ) =>
      whole.has(kind)
        ? knownFact(addCounts<Names[number]>(names, rows.get(staffNumber) ?? []))
        : UNKNOWN_FACT;
    return new Map(
      people.map(({ staffNumber, accountId = '' }): [string, MonthCounts] => [
        staffNumber,
        {
          calls: sum('calls', CALL_COUNTS, calls, staffNumber),
          ratings: sum('ratings', RATING_COUNTS, ratings, staffNumber),
          presence: sum('presence', PRESENCE_COUNTS, presence, staffNumber),
          orders: knownFact(addCounts(ORDER_COUNTS, [acts.get(accountId) ?? {}])),
          judged: judgedFact(judged.get(accountId), whole.has('correctness')),
          inHand: inHandFact(inHandOf(handOf.get(accountId) ?? [], inHandMinutes, until)),
        },
      ]),
    );
  }

  private async daysOf(
    kind: TakenKind,
    numbers: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<Days> {
    const rows = await this.counts.daysOf(kind, numbers, from, to);
    const byPerson = grouped(rows, ({ staffNumber }) => staffNumber);
    return new Map([...byPerson].map(([number, days]) => [number, days.map(({ counts }) => counts)]));
  }

  /** Kinds of which every day of the month that is over was taken; the audits are taken by month. */
  private async wholeKinds(
    first: LocalDate,
    last: LocalDate,
    today: LocalDate,
  ): Promise<ReadonlySet<TakenKind>> {
    const taken = await this.counts.taken(first, last);
    const ended = last < today ? last : addDays(today, -1);
    const wanted = Math.max(1, daysBetween(first, ended) + 1);
    const daysOf = (kind: TakenKind) => taken.filter((day) => day.kind === kind).length;
    const byDay = (['calls', 'ratings', 'presence'] as const).filter((kind) => daysOf(kind) >= wanted);
    return new Set<TakenKind>(daysOf('correctness') > 0 ? [...byDay, 'correctness'] : byDay);
  }
}

type Days = ReadonlyMap<string, readonly DayCounts['counts'][]>;

/** Without anything judged nobody can say that it was right. */
function judgedFact(judged: JudgedCounts | undefined, taken: boolean): Known<JudgedCounts> {
  if (judged) return knownFact(judged);
  return taken ? NOTHING_HAPPENED : UNKNOWN_FACT;
}

const inHandFact = (month: InHandMonth): Known<InHandMonth> =>
  month.cases > 0 ? knownFact(month) : NOTHING_HAPPENED;
