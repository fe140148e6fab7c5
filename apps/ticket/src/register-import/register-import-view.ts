import type { RegisterImportView } from '@switchyard/contracts';
import type { RegisterImport } from './register-import';

export function toRegisterImportView(record: RegisterImport): RegisterImportView {
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
