import { Controller } from '@nestjs/common';
import {
  ListRegisterImports,
  ListRegisterImportsRequest,
  type RegisterImportPage,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toRegisterImportView } from '../register-import-view';
import { RegisterImports } from '../register-imports.port';

@Controller()
export class ListRegisterImportsHandler {
  constructor(private readonly imports: RegisterImports) {}

  @Handles(ListRegisterImports)
  async handle({ register, limit = 50, cursor }: ListRegisterImportsRequest): Promise<RegisterImportPage> {
    const page = await this.imports.list(register, limit, cursor);
    return { items: page.items.map(toRegisterImportView), nextCursor: page.nextCursor };
  }
}
