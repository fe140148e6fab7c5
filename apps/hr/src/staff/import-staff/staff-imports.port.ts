import { ImportLife, type NewTableImport, type TableImportState } from '@switchyard/platform';
import type { StaffRecord } from '../staff-register.port';

export interface StaffImport extends NewTableImport, TableImportState {}

/** Imports of staff and what was wrong with their rows. */
export abstract class StaffImports extends ImportLife {
  /**
   * Begins an import that lives while its lease is renewed.
   * @throws DomainError `staff-import.already-imported`, `staff-import.already-running`
   */
  abstract begin(record: NewTableImport, leaseSeconds: number): Promise<StaffImport>;
  /** @throws DomainError `staff-import.not-found` */
  abstract get(id: string): Promise<StaffImport>;
  /** Newest first. */
  abstract list(
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly StaffImport[]; readonly nextCursor?: string }>;
  /** Everybody, also who has left, by number. */
  abstract everybody(): Promise<ReadonlyMap<string, StaffRecord>>;
}
