import type { OutageAnnouncement, OutageKind, OutageStatus } from '@switchyard/contracts';

export interface OutageFacts {
  readonly kind: OutageKind;
  readonly areaCode: string;
  readonly startsAt: Date;
  readonly expectedRestorationAt?: Date;
  readonly cause: string;
  readonly causeEn?: string;
  readonly announcedText?: string;
  readonly announcedTextEn?: string;
  /** Streets, lines, transformers concerned. */
  readonly range?: string;
  readonly announcedAt?: Date;
  readonly shortNoticeReason?: string;
  /** The approved maintenance that it comes from. */
  readonly maintenanceId?: string;
}

export interface Outage extends OutageFacts {
  readonly id: string;
  /** The source's own name for it. */
  readonly reference?: string;
  /** All areas concerned, `areaCode` among them. */
  readonly areaCodes: readonly string[];
  /** Judged by the policy when it was announced (L27); absent where nobody has judged yet. */
  readonly announcement?: OutageAnnouncement;
  readonly restoredAt?: Date;
  readonly cancelledAt?: Date;
  readonly cancelReason?: string;
  readonly registeredAt: Date;
  readonly updatedAt: Date;
}

export type OutageChangeName = 'registered' | 'changed' | 'restored' | 'cancelled';

export interface OutageFilter {
  readonly kind?: OutageKind;
  readonly status?: OutageStatus;
  readonly areaCode?: string;
  readonly reasonMissing?: boolean;
  readonly startsFrom?: Date;
  readonly startsBefore?: Date;
}

export interface OutagesPage {
  readonly items: readonly Outage[];
  readonly nextCursor?: string;
}

export interface RememberedChange {
  readonly at: Date;
  readonly by: string;
  readonly change: OutageChangeName;
  readonly reason?: string;
  readonly state: Readonly<Record<string, unknown>>;
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
  abstract remember(outage: Outage, change: OutageChangeName, actor: string, reason?: string): Promise<void>;
  /** The first first. */
  abstract history(id: string): Promise<readonly RememberedChange[]>;
  /** Neither restored nor cancelled, and begun before an instant; by start. */
  abstract notOver(areaCode: string, startsBefore: Date): Promise<readonly Outage[]>;
  /** The latest start first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: OutageFilter, now: Date, limit: number, cursor?: string): Promise<OutagesPage>;
}
