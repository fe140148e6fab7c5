import type { ClockSort, OverdueFigures, OverdueGroup } from '@switchyard/contracts';
import type { ClockAlarm, ClockState, ClockSubject, ServiceClock } from '@switchyard/domain';

/** Which work order, outage or data of which customers are told. */
export interface SubjectReference {
  readonly subject: ClockSubject;
  readonly id: string;
}

export interface StoredAlarm extends ClockAlarm {
  readonly acknowledgedAt?: Date;
  readonly acknowledgedBy?: string;
  readonly acknowledgement?: string;
}

/** A clock as it is kept. */
export interface StoredClock extends Omit<ServiceClock, 'levels'> {
  readonly id: string;
  readonly subject: ClockSubject;
  readonly subjectId: string;
  readonly kind?: string;
  readonly areaCode?: string;
  /** Since when it is or was late, as the append-only facts have it. */
  readonly breachedAt?: Date;
  /** Whether that rests on days beyond the calendar. */
  readonly breachIsProvisional: boolean;
  /** Highest level that was told. */
  readonly level?: number;
  /** When a sweep has to look at it again. */
  readonly nextAt?: Date;
  /** Which calendar and hours it was reckoned by. */
  readonly basis: string;
  readonly reckonedAt: Date;
  readonly alarms: readonly StoredAlarm[];
}

/** Something that is kept for ever about a clock's due date. */
export interface BreachFact {
  readonly clockId: string;
  /** `withdrawn`: it rested on days that nobody knew yet. */
  readonly fact: 'breached' | 'withdrawn';
  readonly breachedAt: Date;
  readonly dueAt: Date;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly basis: string;
  readonly provisional: boolean;
  readonly recordedAt: Date;
}

export interface ClockFilter {
  readonly subject?: ClockSubject;
  /** Otherwise those that are not over. */
  readonly state?: ClockState | 'open' | 'all';
  readonly owner?: string;
  readonly stage?: string;
  readonly limitId?: string;
  readonly kind?: string;
  readonly areaCode?: string;
  readonly dueFrom?: Date;
  readonly dueBefore?: Date;
  readonly breached?: boolean;
  readonly provisional?: boolean;
  readonly levelFrom?: number;
  readonly sort?: ClockSort;
  /** Owners and areas that the asking person may see; absent for all. */
  readonly within?: readonly string[];
}

export interface ClocksPage {
  readonly items: readonly StoredClock[];
  readonly nextCursor?: string;
}

export interface EscalationFilter {
  readonly acknowledged?: boolean;
  readonly owner?: string;
  readonly firedFrom?: Date;
  readonly firedBefore?: Date;
  readonly within?: readonly string[];
}

export interface Escalation {
  readonly clock: StoredClock;
  readonly alarm: StoredAlarm;
}

export interface EscalationsPage {
  readonly items: readonly Escalation[];
  readonly nextCursor?: string;
}

export interface OverdueQuery {
  readonly from: Date;
  readonly to: Date;
  readonly by: OverdueGroup;
  readonly owner?: string;
  readonly limitId?: string;
  readonly within?: readonly string[];
}

export abstract class StoredClocks {
  /** In the order in which they started. */
  abstract of(subject: SubjectReference): Promise<readonly StoredClock[]>;
  /** The same; nobody else can change them until the transaction ends. */
  abstract lockOf(subject: SubjectReference): Promise<readonly StoredClock[]>;
  abstract find(id: string): Promise<StoredClock | undefined>;
  /** At most `limit` whose time has come, the longest ago first, that nobody else has in hand; locked. */
  abstract lockDue(now: Date, limit: number): Promise<readonly StoredClock[]>;
  /** Their ids alone, whoever has them in hand. */
  abstract due(now: Date, limit: number): Promise<readonly string[]>;
  /** One whose time has come, unless somebody else has it in hand; locked. */
  abstract lockOneDue(id: string, now: Date): Promise<StoredClock | undefined>;
  /** No sweep looks at it before `until`; a change of its subject does. */
  abstract setAside(id: string, until: Date): Promise<void>;
  /** New ones and changed ones with their alarms. */
  abstract save(clocks: readonly StoredClock[], facts: readonly BreachFact[]): Promise<void>;
  /** Subjects with clocks that are not over and rest on another basis, behind a subject in their order. */
  abstract restingElsewhere(
    basis: string,
    after: SubjectReference | undefined,
    limit: number,
  ): Promise<readonly SubjectReference[]>;
  /** False unless the level was told and nobody has taken note. */
  abstract acknowledge(id: string, level: number, by: string, at: Date, note?: string): Promise<boolean>;
  /** @throws DomainError `request.invalid` for a cursor that this port did not make */
  abstract list(filter: ClockFilter, limit: number, cursor?: string): Promise<ClocksPage>;
  /** Levels that were told, the latest first. */
  abstract escalations(filter: EscalationFilter, limit: number, cursor?: string): Promise<EscalationsPage>;
  /** By group. */
  abstract figures(query: OverdueQuery, now: Date): Promise<readonly Omit<OverdueFigures, 'onTimeShare'>[]>;
}
