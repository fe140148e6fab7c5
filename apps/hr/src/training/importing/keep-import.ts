import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type RowError } from '@switchyard/platform';
import type { ReadTableOf } from './read-table';
import { type TrainingImport, TrainingImports } from './training-imports.port';

/** Keeps what came of an import, so that every row of the file is accounted for. */
@Injectable()
export class KeepImport {
  constructor(
    private readonly imports: TrainingImports,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `refused` are rows that were good by themselves, beside those of the table. To be called in the rows' transaction. */
  async execute(
    kind: TrainingImport['kind'],
    table: ReadTableOf<unknown>,
    { added, changed }: { readonly added: number; readonly changed: number },
    refused: readonly RowError[],
    from: { readonly fileName?: string; readonly by: string },
  ): Promise<TrainingImport> {
    const errors = [...table.errors, ...refused].sort((one, other) => one.line - other.line);
    const rowsRefused = new Set(errors.map(({ line }) => line)).size;
    const made: TrainingImport = {
      importId: randomUUID(),
      kind,
      sha256: table.sha256,
      rowsTotal: table.rowsTotal,
      rowsRefused,
      ...(from.fileName !== undefined && { fileName: from.fileName }),
      rowsAdded: added,
      rowsChanged: changed,
      rowsUnchanged: table.rowsTotal - rowsRefused - added - changed,
      warnings: table.warnings,
      madeAt: this.clock.now(),
      madeBy: from.by,
    };
    await this.imports.add(made, errors);
    return made;
  }
}
