import { Injectable } from '@nestjs/common';
import type { RegisterKind } from '@switchyard/contracts';
import {
  codeOf,
  CURSOR_PARTS,
  decodeCursor,
  IMPORT_COLUMNS,
  pageOf,
  PgImportLife,
  UnitOfWork,
} from '@switchyard/platform';
import type { NewRegisterImport, RegisterImport } from '../register-import';
import { importNotFound, importRunning, sameFile } from '../register-import-errors';
import type { RegisterImports, RegisterImportsPage } from '../register-imports.port';

const COLUMNS = `register, ${IMPORT_COLUMNS}`;
const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PgRegisterImports extends PgImportLife implements RegisterImports {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, { imports: 'register_import', rowErrors: 'register_row_error' });
  }

  async begin(record: NewRegisterImport, leaseSeconds: number): Promise<RegisterImport> {
    try {
      await this.insert(record, { register: record.register }, leaseSeconds);
    } catch (error) {
      if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
      throw await this.refusalOf(record, error);
    }
    return this.get(record.id);
  }

  async get(id: string): Promise<RegisterImport> {
    const [record] = await this.unitOfWork.query<RegisterImport>(
      `select ${COLUMNS} from register_import where id = $1`,
      [id],
    );
    if (record) return record;
    throw importNotFound(id);
  }

  async list(
    register: RegisterKind | undefined,
    limit: number,
    cursor?: string,
  ): Promise<RegisterImportsPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.unitOfWork.query<RegisterImport>(
      `select ${COLUMNS} from register_import
       where ($1::text is null or register = $1)
         and ($2::timestamptz is null or (started_at, id) < ($2, $3::uuid))
       order by started_at desc, id desc limit $4`,
      [register, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ startedAt, id }) => [startedAt.toISOString(), id]);
  }

  /** Which of the two unique indexes refused: the same file, or another import of the register. */
  private async refusalOf({ register, sha256, source }: NewRegisterImport, error: unknown): Promise<unknown> {
    const [first] = await this.unitOfWork.query<{ importId: string; importedAt: Date }>(
      `select id as "importId", started_at as "importedAt" from register_import
       where register = $1 and sha256 = $2 and source = 'file' and $3 = 'file' and state in ('running', 'completed')`,
      [register, sha256, source],
    );
    if (first) return sameFile(register, first);
    const [running] = await this.unitOfWork.query<{ id: string }>(
      `select id from register_import where register = $1 and state = 'running'`,
      [register],
    );
    return running ? importRunning(register, running.id) : error;
  }
}
