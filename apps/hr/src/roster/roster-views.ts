import type {
  RosterChangeView,
  RosterEntryView,
  RosterView,
  RosterViolationView,
  RosterWishView,
  ShiftTemplateView,
} from '@switchyard/contracts';
import { isNightShift, shiftHours, type Violation } from '@switchyard/domain';
import type { RosterChange } from './changes.port';
import { monthOf } from './month';
import type { RosterEntry } from './roster-entries.port';
import type { Roster } from './rosters.port';
import type { StoredTemplate } from './shift-templates.port';
import type { StoredWish } from './wishes.port';

export function toRosterView({ id, month, draftedAt, publishedAt, ...roster }: Roster): RosterView {
  return {
    ...roster,
    rosterId: id,
    month: monthOf(month),
    draftedAt: draftedAt.toISOString(),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
  };
}

export function toTemplateView({ setAt, breaks, ...template }: StoredTemplate): ShiftTemplateView {
  const words = { hours: shiftHours(template), night: isNightShift(template) };
  return { ...template, ...words, breaks: [...breaks], setAt: setAt.toISOString() };
}

export function toEntryView(entry: RosterEntry, staffName?: string): RosterEntryView {
  const { id, state: _, startAt, endAt, breaks, ...facts } = entry;
  const times = (span: { startAt: Date; endAt: Date }) => ({
    startAt: span.startAt.toISOString(),
    endAt: span.endAt.toISOString(),
  });
  return {
    ...facts,
    entryId: id,
    ...times({ startAt, endAt }),
    breaks: breaks.map(times),
    ...(staffName !== undefined && { staffName }),
  };
}

export function toViolationView(violation: Violation): RosterViolationView {
  const { facts: _facts, staffName: _name, ...view } = violation;
  return view;
}

export function toWishView({ id, statedAt, ...wish }: StoredWish): RosterWishView {
  return { ...wish, wishId: id, statedAt: statedAt.toISOString() };
}

export function toChangeView(change: RosterChange): RosterChangeView {
  const { id, askedAt, settledAt, consents, cells, violations, ...facts } = change;
  return {
    ...facts,
    changeId: id,
    askedAt: askedAt.toISOString(),
    cells: cells.map((cell) => ({ ...cell })),
    violations: violations.map(toViolationView),
    consents: consents.map(({ answeredAt, ...consent }) => ({
      ...consent,
      ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
    })),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
  };
}
