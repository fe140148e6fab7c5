import type { RegisterKind } from '@switchyard/contracts';
import { ImportLife } from '@switchyard/platform';
import type { NewRegisterImport, RegisterImport } from './register-import';

export interface RegisterImportsPage {
  readonly items: readonly RegisterImport[];
  readonly nextCursor?: string;
}

/** Imports of registers and what was wrong with their rows. */
export abstract class RegisterImports extends ImportLife {
  /**
   * Begins an import that lives while its lease is renewed.
   * @throws DomainError `register-import.already-imported`, `register-import.already-running`
   */
  abstract begin(record: NewRegisterImport, leaseSeconds: number): Promise<RegisterImport>;

  /** @throws DomainError `register-import.not-found` */
  abstract get(id: string): Promise<RegisterImport>;

  /** Newest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(
    register: RegisterKind | undefined,
    limit: number,
    cursor?: string,
  ): Promise<RegisterImportsPage>;
}
