import { Controller } from '@nestjs/common';
import {
  ListRegisterRowErrors,
  ListRegisterRowErrorsRequest,
  type RowErrorPage,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { RegisterImports } from '../register-imports.port';

@Controller()
export class ListRegisterRowErrorsHandler {
  constructor(private readonly imports: RegisterImports) {}

  @Handles(ListRegisterRowErrors)
  async handle({ importId, limit = 50, cursor }: ListRegisterRowErrorsRequest): Promise<RowErrorPage> {
    await this.imports.get(importId);
    const page = await this.imports.rowErrors(importId, limit, cursor);
    return {
      items: page.items.map((error) => ({ ...error, reason: { ...error.reason } })),
      nextCursor: page.nextCursor,
    };
  }
}
