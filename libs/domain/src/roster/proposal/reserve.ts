import { addDays, type LocalDate, lotOf } from '../../shared';
import type { RosterFacts } from '../roster-facts';
import type { ShiftTemplate } from '../shift-template';
import type { CoverPart } from './day-cover';
import type { ProposedShift } from './proposal-request';

/**
 * Makes some of every day's shifts reserve, as many as policy says: out of the template that has most heads above its need,
 * those who stood by least often so far.
 */
export function withReserve(
  shifts: readonly ProposedShift[],
  parts: readonly CoverPart[],
  facts: RosterFacts,
  templates: readonly ShiftTemplate[],
  seed: string,
): ProposedShift[] {
  const leaders = new Set(facts.staff.filter(({ leader }) => leader).map(({ staffNumber }) => staffNumber));
  const stoodBy = new Map<string, number>();
  const reserve = new Set<ProposedShift>();
  const days = [...new Set(shifts.map(({ workDate }) => workDate))].sort();
  const agents = shifts.filter(({ staffNumber }) => !leaders.has(staffNumber));
  const present = new Counts(agents, templates, parts);
  for (const date of days) {
    const ofDay = shifts.filter(({ workDate }) => workDate === date);
    const wanted = Math.floor((ofDay.length * facts.policy.reservePercent) / 100);
    const open = ofDay.filter(({ staffNumber }) => !leaders.has(staffNumber));
    for (let count = 0; count < wanted; count++) {
      const spares = present.sparesOn(date);
      const best = bestOf(
        open.filter((shift) => !reserve.has(shift)),
        ({ staffNumber, templateCode }) => [
          -(spares.get(templateCode) ?? 0),
          stoodBy.get(staffNumber) ?? 0,
          lotOf(seed, `reserve ${staffNumber} ${date}`),
        ],
      );
      if (!best) break;
      reserve.add(best);
      present.remove(best);
      stoodBy.set(best.staffNumber, (stoodBy.get(best.staffNumber) ?? 0) + 1);
    }
  }
  return shifts.map((shift) => (reserve.has(shift) ? { ...shift, duty: 'reserve' as const } : shift));
}

/** Shifts by day and template. */
class Counts {
  private readonly counts = new Map<string, number>();
  private readonly parts = new Map<LocalDate, readonly CoverPart[]>();

  constructor(
    shifts: readonly ProposedShift[],
    private readonly templates: readonly ShiftTemplate[],
    parts: readonly CoverPart[],
  ) {
    for (const part of parts) this.parts.set(part.date, [...(this.parts.get(part.date) ?? []), part]);
    for (const shift of shifts) this.change(shift, 1);
  }

  remove(shift: ProposedShift): void {
    this.change(shift, -1);
  }

  /** Heads of each template above the need in the part of the shift where it is scarcest. */
  sparesOn(workDate: LocalDate): ReadonlyMap<string, number> {
    const near = [0, 1].map((ahead) => ({ ahead, parts: this.parts.get(addDays(workDate, ahead)) ?? [] }));
    return new Map(
      this.templates.map(({ code }, own) => {
        const spares = near.flatMap(({ ahead, parts }) =>
          parts
            .filter(({ covering }) =>
              covering.some(({ template, daysBack }) => template === own && daysBack === ahead),
            )
            .map((part) => this.presentIn(part) - part.most),
        );
        return [code, spares.length > 0 ? Math.min(...spares) : 0];
      }),
    );
  }

  private presentIn({ date, covering }: CoverPart): number {
    return covering.reduce(
      (sum, { template, daysBack }) => sum + this.at(addDays(date, -daysBack), template),
      0,
    );
  }

  private at(date: LocalDate, template: number): number {
    return this.counts.get(`${date} ${this.templates[template]?.code}`) ?? 0;
  }

  private change({ workDate, templateCode }: ProposedShift, by: number): void {
    const key = `${workDate} ${templateCode}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }
}

function bestOf<T>(items: readonly T[], rank: (item: T) => readonly number[]): T | undefined {
  const ranked = items.map((item) => ({ item, rank: rank(item) }));
  ranked.sort((one, other) => {
    const first = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return first < 0 ? 0 : (one.rank[first] ?? 0) - (other.rank[first] ?? 0);
  });
  return ranked[0]?.item;
}
