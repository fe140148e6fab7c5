import type { Bilingual } from './cell';

/** Something worth knowing about a table that refuses nothing. */
export interface TableWarning {
  readonly code: string;
  readonly text: Bilingual;
}

/** Columns that nobody asked for. */
export function unknownColumnsWarning(headers: readonly string[]): readonly TableWarning[] {
  if (headers.length === 0) return [];
  const shown = headers.slice(0, 20);
  return [
    {
      code: 'columns.unknown',
      text: {
        'zh-CN': `以下列未使用：${shown.join('、')}`,
        en: `these columns were not used: ${shown.join(', ')}`,
      },
    },
  ];
}
