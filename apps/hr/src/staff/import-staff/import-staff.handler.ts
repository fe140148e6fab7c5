import { Controller } from '@nestjs/common';
import {
  GetStaffImport,
  ImportStaffFile,
  ImportStaffFileRequest,
  ImportStaffRows,
  ImportStaffRowsRequest,
  ListStaffImports,
  ListStaffImportsRequest,
  ListStaffRowErrors,
  ListStaffRowErrorsRequest,
  type RequestContext,
  type RowErrorPage,
  type StaffImportPage,
  StaffImportReference,
  type StaffImportView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ImportStaff } from './import-staff.use-case';
import { type StaffImport, StaffImports } from './staff-imports.port';

@Controller()
export class ImportStaffHandler {
  constructor(
    private readonly imports: StaffImports,
    private readonly take: ImportStaff,
  ) {}

  @Handles(ImportStaffFile)
  async file(request: ImportStaffFileRequest, context: RequestContext): Promise<StaffImportView> {
    return toView(await this.take.file(request, context));
  }

  @Handles(ImportStaffRows)
  async rows(request: ImportStaffRowsRequest, context: RequestContext): Promise<StaffImportView> {
    return toView(await this.take.rows(request, context));
  }

  @Handles(GetStaffImport)
  async one({ importId }: StaffImportReference): Promise<StaffImportView> {
    return toView(await this.imports.get(importId));
  }

  @Handles(ListStaffImports)
  async list({ limit = 50, cursor }: ListStaffImportsRequest): Promise<StaffImportPage> {
    const page = await this.imports.list(limit, cursor);
    return { ...page, items: page.items.map(toView) };
  }

  @Handles(ListStaffRowErrors)
  async errors({ importId, limit = 50, cursor }: ListStaffRowErrorsRequest): Promise<RowErrorPage> {
    await this.imports.get(importId);
    const page = await this.imports.rowErrors(importId, limit, cursor);
    return {
      ...page,
      items: page.items.map(({ reason, ...error }) => ({ ...error, reason: { ...reason } })),
    };
  }
}

function toView(record: StaffImport): StaffImportView {
  const { fileKey: _kept, fileName, encoding, delimiter, failure, startedAt, endedAt, ...rest } = record;
  return {
    ...rest,
    fileName: fileName ?? undefined,
    encoding: encoding ?? undefined,
    delimiter: delimiter ?? undefined,
    warnings: record.warnings.map(({ code, text }) => ({ code, text: { ...text } })),
    failure: failure ?? undefined,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString(),
  };
}
