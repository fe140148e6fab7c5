/** An event of a work order's history, as far as field work reads it. */
export interface FieldEvent {
  readonly type: string;
  readonly at: Date;
  readonly actorId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CrewSent {
  readonly leader: string;
  readonly phone: string;
  /** Instants are ISO 8601. */
  readonly departedAt: string;
  readonly arrivedAt?: string;
  /** Whole minutes from departure to arrival. */
  readonly minutesOnTheWay?: number;
}

export interface SiteReport {
  readonly reportedAt: string;
  readonly symptom: string;
  readonly cause?: string;
  readonly crewLocation?: string;
  readonly estimatedRestorationAt?: string;
}

export interface EstimateChange {
  readonly changedAt: string;
  readonly estimatedRestorationAt: string;
  readonly reason?: string;
}

export interface Restoration {
  readonly mainFault: string;
  readonly result: string;
  readonly restoredAt: string;
}

export interface CustomerOwned {
  readonly explanation: string;
  readonly electrician?: string;
  readonly tariff?: string;
}

/** What happened to a fault in the field (§2.1), told from its history. */
export interface FieldWork {
  /** Crews that were sent, the first first. */
  readonly crews: readonly CrewSent[];
  readonly reports: readonly SiteReport[];
  readonly estimates: readonly EstimateChange[];
  /** The estimate that holds now. */
  readonly estimatedRestorationAt?: string;
  readonly restoration?: Restoration;
  readonly customerOwned?: CustomerOwned;
}

/** The history read from its beginning; a case that was sent back or opened again has no restoration any more. */
export function fieldWorkOf(history: readonly FieldEvent[]): FieldWork {
  return history.reduce<FieldWork>(after, { crews: [], reports: [], estimates: [] });
}

function after(work: FieldWork, { type, at, data }: FieldEvent): FieldWork {
  const text = (field: string) => (typeof data[field] === 'string' ? data[field] : undefined);
  const told = (field: string) => text(field) ?? '';
  const estimate = text('estimatedRestorationAt');
  switch (type) {
    case 'dispatched': {
      const crew = { leader: told('leader'), phone: told('phone'), departedAt: told('departedAt') };
      return { ...work, crews: [...work.crews, crew] };
    }
    case 'arrived':
      return { ...work, crews: arrived(work.crews, text('arrivedAt') ?? at.toISOString()) };
    case 'site-reported': {
      const more = {
        cause: text('cause'),
        crewLocation: text('crewLocation'),
        estimatedRestorationAt: estimate,
      };
      const report = { reportedAt: at.toISOString(), symptom: told('symptom'), ...more };
      return {
        ...work,
        reports: [...work.reports, report],
        ...(estimate !== undefined && { estimatedRestorationAt: estimate }),
      };
    }
    case 'estimate-changed': {
      const changed = {
        changedAt: at.toISOString(),
        estimatedRestorationAt: estimate ?? '',
        reason: text('reason'),
      };
      return { ...work, estimates: [...work.estimates, changed], estimatedRestorationAt: estimate };
    }
    case 'restored': {
      const restoredAt = text('restoredAt') ?? at.toISOString();
      return { ...work, restoration: { mainFault: told('mainFault'), result: told('result'), restoredAt } };
    }
    case 'customer-owned': {
      const more = { electrician: text('electrician'), tariff: text('tariff') };
      return { ...work, customerOwned: { explanation: told('explanation'), ...more } };
    }
    case 'sent-back':
    case 'reopened':
      return { ...work, restoration: undefined, customerOwned: undefined };
    default:
      return work;
  }
}

function arrived(crews: readonly CrewSent[], arrivedAt: string): readonly CrewSent[] {
  const last = crews.at(-1);
  if (!last) return crews;
  const way = Date.parse(arrivedAt) - Date.parse(last.departedAt);
  const minutesOnTheWay = Number.isNaN(way) ? undefined : Math.max(0, Math.floor(way / 60_000));
  return [...crews.slice(0, -1), { ...last, arrivedAt, minutesOnTheWay }];
}
