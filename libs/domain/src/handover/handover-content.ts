import type { HandoverPolicy } from './handover-policy';

/** An unfinished work order, as far as a handover tells of it. */
export interface OpenOrder {
  readonly number: string;
  readonly kind: string;
  readonly stage: string;
  readonly owner: string;
  /** Sign-in account that is responsible to the end (首问负责制). */
  readonly responsible: string;
  readonly openedAt: Date;
  readonly nextDueAt?: Date;
  readonly urged: number;
}

export interface KnownOutage {
  readonly outageId: string;
  readonly kind: 'planned' | 'temporary' | 'fault' | 'load-limit';
  readonly areaCode: string;
  readonly cause: string;
  readonly startsAt: Date;
  readonly expectedRestorationAt?: Date;
}

/** Something that was to be passed on and has not been (§7). */
export interface OpenMatter {
  readonly matterId: string;
  readonly text: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** A part of the system, and whether it is well. */
export interface SystemPart {
  readonly part: string;
  readonly well: boolean;
  /** Figures that belong to it. */
  readonly detail: string;
}

export interface HandoverFacts {
  /** How many are unfinished, by kind. */
  readonly totals: Readonly<Record<string, number>>;
  /** Of these, the most urgent. */
  readonly orders: readonly OpenOrder[];
  readonly outages: readonly KnownOutage[];
  readonly matters: readonly OpenMatter[];
  readonly system: readonly SystemPart[];
}

/** Work orders of a section: the most urgent, and how many there are in all. */
export interface OrderSection {
  readonly total: number;
  readonly items: readonly OpenOrder[];
}

export const UNFINISHED_SECTIONS = ['consultation', 'fault', 'complaint', 'report', 'other'] as const;
export type UnfinishedSection = (typeof UNFINISHED_SECTIONS)[number];

/** What is handed over (§7, 22(4)). */
export interface HandoverContent {
  readonly unfinished: Readonly<Record<UnfinishedSection, OrderSection>>;
  /** With another department, at or near the end of their time: to be urged. */
  readonly toUrge: OrderSection;
  /** Faults and load limits that are out now. */
  readonly emergencies: readonly KnownOutage[];
  readonly system: readonly SystemPart[];
  readonly outages: {
    readonly planned: readonly KnownOutage[];
    readonly temporary: readonly KnownOutage[];
    readonly fault: readonly KnownOutage[];
  };
  readonly unsent: readonly OpenMatter[];
}

const SECTION_OF: Readonly<Record<string, UnfinishedSection>> = {
  consultation: 'consultation',
  query: 'consultation',
  fault: 'fault',
  complaint: 'complaint',
  'misconduct-report': 'report',
};

const HOUR_MS = 3_600_000;
const CENTRE = 'centre';

/** Puts what is open into the sections of a handover; the next to be due first, then the oldest. */
export function handoverContent(facts: HandoverFacts, policy: HandoverPolicy, now: Date): HandoverContent {
  const urgeBefore = now.getTime() + policy.urgeWithinHours * HOUR_MS;
  const outagesBefore = now.getTime() + policy.outagesWithinHours * HOUR_MS;
  const orders = [...facts.orders].sort(byUrgency);
  const unfinished = (name: UnfinishedSection): OrderSection => {
    const belongs = (kind: string): boolean => (SECTION_OF[kind] ?? 'other') === name;
    const counts = Object.entries(facts.totals).map(([kind, count]) => (belongs(kind) ? count : 0));
    const items = orders.filter(({ kind }) => belongs(kind)).slice(0, policy.mostItems);
    return { total: counts.reduce((sum, count) => sum + count, 0), items };
  };
  const toUrge = orders.filter(
    ({ owner, nextDueAt }) =>
      owner !== CENTRE && nextDueAt !== undefined && nextDueAt.getTime() <= urgeBefore,
  );
  const told = facts.outages.filter(({ startsAt }) => startsAt.getTime() <= outagesBefore);
  const ofKind = (...kinds: readonly KnownOutage['kind'][]): KnownOutage[] =>
    told
      .filter(({ kind }) => kinds.includes(kind))
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return {
    unfinished: {
      consultation: unfinished('consultation'),
      fault: unfinished('fault'),
      complaint: unfinished('complaint'),
      report: unfinished('report'),
      other: unfinished('other'),
    },
    toUrge: { total: toUrge.length, items: toUrge.slice(0, policy.mostItems) },
    emergencies: ofKind('fault', 'load-limit').filter(({ startsAt }) => startsAt <= now),
    system: facts.system,
    outages: {
      planned: ofKind('planned'),
      temporary: ofKind('temporary'),
      fault: ofKind('fault', 'load-limit'),
    },
    unsent: [...facts.matters].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime()),
  };
}

function byUrgency(a: OpenOrder, b: OpenOrder): number {
  const due = (order: OpenOrder): number => order.nextDueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const [first, second] = [due(a), due(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.openedAt.getTime() - b.openedAt.getTime() || (a.number < b.number ? -1 : 1);
}
