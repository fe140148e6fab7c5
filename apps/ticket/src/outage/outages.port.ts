import type { OutageKind, OutageStatus } from '@switchyard/contracts';

export interface OutageFacts {
  readonly kind: OutageKind;
  readonly areaCode: string;
  readonly startsAt: Date;
  readonly expectedRestorationAt?: Date;
  readonly cause: string;
  readonly causeEn?: string;
  readonly announcedText?: string;
  readonly announcedTextEn?: string;
}

export interface Outage extends OutageFacts {
  readonly id: string;
  /** The source's own name for it. */
  readonly reference?: string;
  readonly restoredAt?: Date;
  readonly cancelledAt?: Date;
  readonly registeredAt: Date;
  readonly updatedAt: Date;
}

export type OutageChangeName = 'registered' | 'changed' | 'restored' | 'cancelled';

export interface OutageFilter {
  readonly kind?: OutageKind;
  readonly status?: OutageStatus;
  readonly areaCode?: string;
  readonly startsFrom?: Date;
  readonly startsBefore?: Date;
}

export interface OutagesPage {
  readonly items: readonly Outage[];
  readonly nextCursor?: string;
}

export abstract class Outages {
  /** False when the reference is taken; nothing is stored then. */
  abstract add(outage: Outage): Promise<boolean>;
  abstract save(outage: Outage): Promise<void>;
  abstract find(id: string): Promise<Outage | undefined>;
  /** The outage, which nobody else can change until the transaction ends. */
  abstract lock(id: string): Promise<Outage | undefined>;
  abstract findByReference(reference: string): Promise<Outage | undefined>;
  /** Keeps what an outage was after a change; nothing of it is ever changed. */
  abstract remember(outage: Outage, change: OutageChangeName, actor: string): Promise<void>;
  /** Neither restored nor cancelled, and begun before an instant; by start. */
  abstract notOver(areaCode: string, startsBefore: Date): Promise<readonly Outage[]>;
  /** The latest start first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: OutageFilter, now: Date, limit: number, cursor?: string): Promise<OutagesPage>;
}
