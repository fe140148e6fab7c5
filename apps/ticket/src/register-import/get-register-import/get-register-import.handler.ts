import { Controller } from '@nestjs/common';
import { GetRegisterImport, RegisterImportReference, type RegisterImportView } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toRegisterImportView } from '../register-import-view';
import { RegisterImports } from '../register-imports.port';

@Controller()
export class GetRegisterImportHandler {
  constructor(private readonly imports: RegisterImports) {}

  @Handles(GetRegisterImport)
  async handle({ importId }: RegisterImportReference): Promise<RegisterImportView> {
    return toRegisterImportView(await this.imports.get(importId));
  }
}
