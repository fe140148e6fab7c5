import type { ImportView } from '@switchyard/contracts';
import type { ImportRecord } from './import-record';

export function toImportView(record: ImportRecord): ImportView {
  return {
    id: record.id,
    batchId: record.batchId,
    kind: record.kind,
    source: record.source,
    fileName: record.fileName ?? undefined,
    sha256: record.sha256,
    format: record.format,
    encoding: record.encoding ?? undefined,
    delimiter: record.delimiter ?? undefined,
    state: record.state,
    progress: record.progress,
    rowsTotal: record.rowsTotal,
    rowsAccepted: record.rowsAccepted,
    rowsRefused: record.rowsRefused,
    warnings: record.warnings.map(({ code, text }) => ({ code, text: { ...text } })),
    failure: record.failure ?? undefined,
    createdBy: record.createdBy,
    startedAt: record.startedAt.toISOString(),
    endedAt: record.endedAt?.toISOString(),
  };
}
