import { Controller } from '@nestjs/common';
import { ListRowErrors, type ListRowErrorsRequest, type RowErrorPage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Imports } from '../import-contacts/imports.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListRowErrorsHandler {
  constructor(private readonly imports: Imports) {}

  @Handles(ListRowErrors)
  async handle({ importId, cursor, limit = DEFAULT_LIMIT }: ListRowErrorsRequest): Promise<RowErrorPage> {
    await this.imports.get(importId);
    const page = await this.imports.rowErrors(importId, limit, cursor);
    return { ...page, items: page.items.map((error) => ({ ...error, reason: { ...error.reason } })) };
  }
}
