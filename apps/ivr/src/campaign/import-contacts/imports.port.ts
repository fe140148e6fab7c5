import { ImportLife } from '@switchyard/platform';
import type { ImportRecord, NewImport } from './import-record';

/** Imports and what was wrong with their rows. */
export abstract class Imports extends ImportLife {
  /**
   * Begins an import that lives while its lease is renewed.
   * @throws DomainError `import.already-imported`, `import.already-running`
   */
  abstract begin(record: NewImport, leaseSeconds: number): Promise<ImportRecord>;

  /** @throws DomainError `import.not-found` */
  abstract get(id: string): Promise<ImportRecord>;

  /** Newest first. */
  abstract listOf(batchId: string, limit: number): Promise<readonly ImportRecord[]>;

  /** The import of this batch that runs now. */
  abstract running(batchId: string): Promise<string | undefined>;

  /** Notes where its contacts are; undefined when it brought none. */
  abstract noteContacts(id: string, contacts: ContactRange | undefined): Promise<void>;
}

/** First and last contact of an import. */
export interface ContactRange {
  readonly first: string;
  readonly last: string;
}
