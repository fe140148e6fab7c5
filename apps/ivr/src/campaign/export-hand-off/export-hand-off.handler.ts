import { Controller } from '@nestjs/common';
import {
  ExportHandOff as Contract,
  type ExportHandOffRequest,
  type HandOffExport,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ExportHandOff } from './export-hand-off.use-case';

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

@Controller()
export class ExportHandOffHandler {
  constructor(private readonly exportHandOff: ExportHandOff) {}

  @Handles(Contract)
  async handle({ batchId, format }: ExportHandOffRequest, { actor }: RequestContext): Promise<HandOffExport> {
    const { batch, stored, contacts } = await this.exportHandOff.execute(
      batchId,
      format,
      actor.name || actor.id,
    );
    return {
      batchId,
      format,
      fileKey: stored.fileKey,
      fileName: `hand-off-${batch.kind}-${batchId}.${format}`,
      contentType: CONTENT_TYPES[format],
      bytes: stored.bytes,
      sha256: stored.sha256,
      contacts,
      createdAt: stored.createdAt.toISOString(),
    };
  }
}
