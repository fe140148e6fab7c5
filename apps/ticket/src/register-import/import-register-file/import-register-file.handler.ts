import { Controller } from '@nestjs/common';
import {
  ImportRegisterFile as Contract,
  ImportRegisterFileRequest,
  type RegisterImportView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toRegisterImportView } from '../register-import-view';
import { ImportRegisterFile } from './import-register-file.use-case';

@Controller()
export class ImportRegisterFileHandler {
  constructor(private readonly take: ImportRegisterFile) {}

  @Handles(Contract)
  async handle(request: ImportRegisterFileRequest, context: RequestContext): Promise<RegisterImportView> {
    return toRegisterImportView(await this.take.execute(request, context));
  }
}
