import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { DomainError, type TableColumn, type TableLanguage, writeCsv, writeXlsx } from '@switchyard/platform';
import { maskPhones } from '../access/mask-phones';
import { XLSX } from './media-types';
import type { ExportOptions } from './export-of';

/** More rows than this are asked for in parts, by filters: a spreadsheet holds no more in a usable way. */
const MOST_ROWS = 200_000;
/** Rows that are asked for at once. */
export const EXPORT_PAGE = 200;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export interface ExportedList<Item> extends ExportOptions {
  /** Of the file, without its ending: letters, digits, dashes. */
  readonly fileName: string;
  /** In Chinese and English, at most 31 characters each. */
  readonly sheetName: Readonly<Record<TableLanguage, string>>;
  readonly columns: readonly TableColumn<Item>[];
  /** One page of the list, of at most `EXPORT_PAGE` rows. */
  readonly page: (cursor: string | undefined) => Promise<Page<Item>>;
  readonly now: Date;
  readonly context: RequestContext;
  readonly mostRows?: number;
}

/**
 * A whole list as a file, read page by page as it is sent; telephone numbers are masked as in any answer. What goes
 * wrong with the first page is told as a problem; later, the transfer breaks off.
 * @throws DomainError of the list's operation; `export.too-many-rows` breaks the transfer off
 */
export async function exportList<Item>(list: ExportedList<Item>): Promise<StreamableFile> {
  const { format = 'csv', language = 'zh-CN', columns, fileName } = list;
  const first = await list.page(undefined);
  const pages = pagesOf(list, first);
  const disposition = `attachment; filename="${fileName}.${format}"`;
  if (format === 'csv') {
    const content = Readable.from(writeCsv(columns, language, pages));
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition });
  }
  const file = { sheetName: list.sheetName[language], dated: list.now };
  return new StreamableFile(writeXlsx(columns, language, pages, file), {
    type: XLSX,
    disposition,
  });
}

async function* pagesOf<Item>(
  { page, context, mostRows = MOST_ROWS }: ExportedList<Item>,
  first: Page<Item>,
): AsyncGenerator<readonly Item[]> {
  const seesPhones = context.actor.permissions.includes('phone:read');
  let rows = 0;
  for (let at: Page<Item> = first; ; at = await page(at.nextCursor)) {
    rows += at.items.length;
    if (rows > mostRows) {
      throw new DomainError(
        'export.too-many-rows',
        `The list has more than ${mostRows} rows; narrow it by filters.`,
      );
    }
    yield seesPhones ? at.items : (maskPhones(at.items) as readonly Item[]);
    if (at.nextCursor === undefined) return;
  }
}
