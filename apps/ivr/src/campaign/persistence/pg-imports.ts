import { Injectable } from '@nestjs/common';
import { BATCH_ERRORS } from '@switchyard/contracts';
import { codeOf, DomainError, IMPORT_COLUMNS, PgImportLife, UnitOfWork } from '@switchyard/platform';
import { importRunning, sameFile } from '../import-contacts/import-errors';
import type { ImportRecord, NewImport } from '../import-contacts/import-record';
import type { ContactRange, Imports } from '../import-contacts/imports.port';

const COLUMNS = `batch_id as "batchId", kind, ${IMPORT_COLUMNS}`;
const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PgImports extends PgImportLife implements Imports {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, { imports: 'import', rowErrors: 'import_row_error' });
  }

  async begin(record: NewImport, leaseSeconds: number): Promise<ImportRecord> {
    try {
      await this.insert(record, { batch_id: record.batchId, kind: record.kind }, leaseSeconds);
    } catch (error) {
      if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
      throw await this.refusalOf(record, error);
    }
    return this.get(record.id);
  }

  async get(id: string): Promise<ImportRecord> {
    const [record] = await this.unitOfWork.query<ImportRecord>(
      `select ${COLUMNS} from import where id = $1`,
      [id],
    );
    if (record) return record;
    throw new DomainError(BATCH_ERRORS.importNotFound, `There is no import ${id}.`, { importId: id });
  }

  listOf(batchId: string, limit: number): Promise<readonly ImportRecord[]> {
    return this.unitOfWork.query<ImportRecord>(
      `select ${COLUMNS} from import where batch_id = $1 order by started_at desc, id limit $2`,
      [batchId, limit],
    );
  }

  async running(batchId: string): Promise<string | undefined> {
    const [row] = await this.unitOfWork.query<{ id: string }>(
      `select id from import where batch_id = $1 and state = 'running'`,
      [batchId],
    );
    return row?.id;
  }

  async noteContacts(id: string, contacts: ContactRange | undefined): Promise<void> {
    await this.unitOfWork.execute(
      `update import set first_contact_id = $2, last_contact_id = $3 where id = $1`,
      [id, contacts?.first, contacts?.last],
    );
  }

  /** Which of the two unique indexes refused: the same file, or another import of the batch. */
  private async refusalOf(record: NewImport, error: unknown): Promise<unknown> {
    const [first] = await this.unitOfWork.query<{ batchId: string; importId: string; importedAt: Date }>(
      `select batch_id as "batchId", id as "importId", started_at as "importedAt" from import
       where kind = $1 and sha256 = $2 and state in ('running', 'completed')`,
      [record.kind, record.sha256],
    );
    if (first) return sameFile(first);
    const running = await this.running(record.batchId);
    return running ? importRunning(record.batchId, running) : error;
  }
}
