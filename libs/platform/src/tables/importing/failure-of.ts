import { IMPORT_FAILURES } from '@switchyard/contracts';
import { UnreadableTable } from '../reading/table-row';
import type { Bilingual } from '../rows/cell';

/** Why a whole table was not taken; `code` is one of IMPORT_FAILURES. */
export interface TableFailure {
  readonly code: string;
  readonly text: Bilingual;
  readonly details?: Record<string, unknown>;
}

/** Thrown when the service stops, or somebody else has given the import up. */
export class ImportInterrupted extends Error {
  constructor() {
    super('the import was interrupted');
    this.name = 'ImportInterrupted';
  }
}

/** Thrown when every row was refused: nothing came in, so that the same bytes may be tried again. */
export class NoGoodRow extends Error {
  constructor(readonly rows: number) {
    super(`none of ${rows} rows was good`);
    this.name = 'NoGoodRow';
  }
}

export const INTERRUPTED: TableFailure = {
  code: IMPORT_FAILURES.interrupted,
  text: {
    'zh-CN': '导入中断，没有保留任何一行。请重新上传同一文件。',
    en: 'the import was interrupted and no row was kept: upload the same file again',
  },
};

/** What staff are told of a failed import. */
export function failureOf(error: unknown): TableFailure {
  if (error instanceof UnreadableTable) {
    return { code: error.code, text: error.text, details: error.details };
  }
  if (error instanceof ImportInterrupted) return INTERRUPTED;
  if (error instanceof NoGoodRow) return noGoodRow(error.rows);
  return {
    code: IMPORT_FAILURES.internal,
    text: {
      'zh-CN': '系统故障，没有保留任何一行。请稍后重新上传；若再次失败请联系运维。',
      en: 'our own failure, no row was kept: upload the file again later, and tell the operator if it fails again',
    },
  };
}

function noGoodRow(rows: number): TableFailure {
  if (rows === 0) {
    return {
      code: IMPORT_FAILURES.headerOnly,
      text: {
        'zh-CN': '文件只有列名，没有数据行。',
        en: 'the file names its columns but has no row below them',
      },
    };
  }
  return {
    code: IMPORT_FAILURES.noGoodRow,
    text: {
      'zh-CN': `${rows} 行全部有错，没有导入。请按错误清单修改后重新上传。`,
      en: `all ${rows} rows were refused: mend them by the list of errors and upload the file again`,
    },
  };
}
