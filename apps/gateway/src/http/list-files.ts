import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Operation, PageRequest, RequestContext } from '@switchyard/contracts';
import {
  CLOCK,
  type Clock,
  OperationClient,
  type TableColumn,
  type TableLanguage,
} from '@switchyard/platform';
import { AccountNames, withNames } from './account-names';
import { EXPORT_PAGE, exportList } from './export-list';
import type { ExportOptions } from './export-of';

/** A list that can be had as a file, whole. */
export interface FiledList<Request extends PageRequest, Item> {
  /** Gives one page of it. */
  readonly operation: Operation<Request, { items: Item[]; nextCursor?: string }>;
  readonly columns: readonly TableColumn<Item>[];
  /** Without its ending: letters, digits, dashes. */
  readonly fileName: string;
  /** In Chinese and English, at most 31 characters each. */
  readonly sheetName: Readonly<Record<TableLanguage, string>>;
}

/** Lists as CSV or XLSX, by the same operation that gives their pages. */
@Injectable()
export class ListFiles {
  constructor(
    private readonly operations: OperationClient,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly accounts: AccountNames,
  ) {}

  /** Everything that fits the query, accounts by the names of their people. @throws as `exportList` */
  async of<Request extends PageRequest, Item>(
    { operation, columns, ...list }: FiledList<Request, Item>,
    query: Omit<Request, 'limit' | 'cursor'> & ExportOptions,
    context: RequestContext,
  ): Promise<StreamableFile> {
    const { format, language, ...filters } = query;
    return exportList({
      ...list,
      columns: withNames(columns, await this.accounts.all()),
      format,
      language,
      page: (cursor) => {
        // The query is the list's request but for its paging, which is put in here.
        const page: unknown = { ...filters, limit: EXPORT_PAGE, cursor };
        return this.operations.call(operation, page as Request, context);
      },
      now: this.clock.now(),
      context,
    });
  }
}
