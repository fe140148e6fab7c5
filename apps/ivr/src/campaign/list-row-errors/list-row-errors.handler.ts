import { Controller } from '@nestjs/common';
import { ListRowErrors, type ListRowErrorsRequest, type RowErrorPage } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { Imports } from '../import-contacts/imports.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListRowErrorsHandler {
  constructor(private readonly imports: Imports) {}

  @Handles(ListRowErrors)
  async handle({ importId, cursor, limit = DEFAULT_LIMIT }: ListRowErrorsRequest): Promise<RowErrorPage> {
    await this.imports.get(importId);
    const errors = await this.imports.rowErrors(
      importId,
      limit,
      cursor === undefined ? undefined : keyOf(cursor),
    );
    const page = pageOf(errors, limit, ({ line, field, code }) => [String(line), field, code]);
    return { ...page, items: page.items.map((error) => ({ ...error, reason: { ...error.reason } })) };
  }
}

function keyOf(cursor: string): { line: number; field: string; code: string } {
  const { integer, text } = CURSOR_PARTS;
  const [line = '', field = '', code = ''] = decodeCursor(cursor, integer, text, text);
  return { line: Number(line), field, code };
}
