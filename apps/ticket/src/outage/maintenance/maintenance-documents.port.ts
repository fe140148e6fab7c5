import type { MaintenanceKind } from '@switchyard/contracts';

/** Approved maintenance, as the document says it (L26). */
export interface MaintenanceDocument {
  readonly id: string;
  readonly reference: string;
  readonly kind: MaintenanceKind;
  readonly title: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
  readonly areaCodes: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly fileKey?: string;
  readonly receivedAt: Date;
  /** By when it had to be received. */
  readonly dueAt: Date;
  readonly registeredBy: string;
}

export interface MaintenanceFilter {
  readonly kind?: MaintenanceKind;
  readonly late?: boolean;
  readonly approvedFrom?: Date;
  readonly approvedBefore?: Date;
}

export abstract class MaintenanceDocuments {
  /** False when the reference is taken; nothing is stored then. */
  abstract add(document: MaintenanceDocument): Promise<boolean>;
  abstract find(id: string): Promise<MaintenanceDocument | undefined>;
  abstract findByReference(reference: string): Promise<MaintenanceDocument | undefined>;
  /** The latest approval first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(
    filter: MaintenanceFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly MaintenanceDocument[]; readonly nextCursor?: string }>;
}
