import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportRegisterFileRequest, RequestContext } from '@switchyard/contracts';
import {
  type ByteScan,
  CLOCK,
  type Clock,
  delimiterOf,
  FILE_STORE,
  FileMissing,
  type FileStore,
  IMPORT_LEASE_SECONDS,
  openStoredTable,
  scanBytes,
} from '@switchyard/platform';
import type { RegisterImport } from '../register-import';
import { fileMissing } from '../register-import-errors';
import { RegisterImports } from '../register-imports.port';
import { RunRegisterImport } from '../run-register-import';

/** Takes an uploaded file: reads its bytes once to know them, and lets its rows follow in the background. */
@Injectable()
export class ImportRegisterFile {
  constructor(
    private readonly imports: RegisterImports,
    private readonly runner: RunRegisterImport,
    @Inject(FILE_STORE) private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * An upload that is refused is removed from the store.
   * @throws DomainError `register-import.already-imported`, `register-import.already-running`,
   * `register-import.file-missing`
   */
  async execute(command: ImportRegisterFileRequest, context: RequestContext): Promise<RegisterImport> {
    try {
      return await this.accept(command, context);
    } catch (error) {
      await this.files.remove(command.fileKey);
      throw error;
    }
  }

  private async accept(command: ImportRegisterFileRequest, context: RequestContext): Promise<RegisterImport> {
    const { register, fileKey } = command;
    const scan = await this.scan(fileKey);
    const record = await this.imports.begin(
      {
        id: randomUUID(),
        register,
        source: 'file',
        fileName: command.fileName ?? null,
        fileKey,
        sha256: scan.sha256,
        format: scan.format,
        encoding: scan.encoding ?? null,
        createdBy: context.actor.name || context.actor.id,
        startedAt: this.clock.now(),
      },
      IMPORT_LEASE_SECONDS,
    );
    const { files, imports } = this;
    this.runner.start(
      record,
      async ({ columns }, checker) => {
        const delimiter = scan.encoding ? delimiterOf(scan.head, scan.encoding, columns) : 'comma';
        if (scan.encoding) await imports.saveDelimiter(record.id, delimiter);
        return openStoredTable({ files, fileKey, scan, delimiter, columns, checker });
      },
      context,
    );
    return record;
  }

  private async scan(fileKey: string): Promise<ByteScan> {
    try {
      return await scanBytes(await this.files.get(fileKey));
    } catch (error) {
      throw error instanceof FileMissing ? fileMissing(fileKey) : error;
    }
  }
}
