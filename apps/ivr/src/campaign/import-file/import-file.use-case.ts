import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportFileRequest } from '@switchyard/contracts';
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
  phoneNormaliser,
  scanBytes,
} from '@switchyard/platform';
import { assertTakesContacts } from '../batch/allowed-action';
import { Batches } from '../batch/batches.port';
import { importRunning, fileMissing } from '../import-contacts/import-errors';
import type { ImportRecord } from '../import-contacts/import-record';
import { ImportRunner } from '../import-contacts/import-runner';
import { Imports } from '../import-contacts/imports.port';
import { contactChecker } from '../rows/contact-checker';
import { columnsOf } from '../rows/kind-columns';

/** Takes an uploaded file: reads its bytes once to know them, and lets its rows follow in the background. */
@Injectable()
export class ImportFile {
  private readonly normalise = phoneNormaliser();

  constructor(
    private readonly batches: Batches,
    private readonly imports: Imports,
    private readonly runner: ImportRunner,
    @Inject(FILE_STORE) private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * An upload that is refused is removed from the store.
   * @throws DomainError `batch.not-found`, `batch.not-allowed-in-state`, `import.already-running`,
   * `import.already-imported`, `import.file-missing`
   */
  async execute(command: ImportFileRequest, createdBy: string): Promise<ImportRecord> {
    try {
      return await this.accept(command, createdBy);
    } catch (error) {
      await this.files.remove(command.fileKey);
      throw error;
    }
  }

  private async accept(command: ImportFileRequest, createdBy: string): Promise<ImportRecord> {
    const batch = await this.batches.get(command.batchId);
    assertTakesContacts(batch);
    const running = await this.imports.running(batch.id);
    if (running) throw importRunning(batch.id, running);
    const scan = await this.scan(command.fileKey);
    const record = await this.imports.begin(
      {
        id: randomUUID(),
        batchId: batch.id,
        kind: batch.kind,
        source: 'file',
        fileName: command.fileName ?? null,
        fileKey: command.fileKey,
        sha256: scan.sha256,
        format: scan.format,
        encoding: scan.encoding ?? null,
        createdBy,
        startedAt: this.clock.now(),
      },
      IMPORT_LEASE_SECONDS,
    );
    const columns = columnsOf(batch.kind, this.normalise);
    const checker = contactChecker(batch.kind, columns, { language: batch.language });
    const { files } = this;
    this.runner.start(record, async () => {
      const delimiter = scan.encoding ? delimiterOf(scan.head, scan.encoding, columns) : 'comma';
      if (scan.encoding) await this.imports.saveDelimiter(record.id, delimiter);
      return openStoredTable({ files, fileKey: command.fileKey, scan, delimiter, columns, checker });
    });
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
