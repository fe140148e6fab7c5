import { Controller } from '@nestjs/common';
import {
  ImportRegisterRows as Contract,
  ImportRegisterRowsRequest,
  type RegisterImportView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toRegisterImportView } from '../register-import-view';
import { ImportRegisterRows } from './import-register-rows.use-case';

@Controller()
export class ImportRegisterRowsHandler {
  constructor(private readonly take: ImportRegisterRows) {}

  @Handles(Contract)
  async handle(request: ImportRegisterRowsRequest, context: RequestContext): Promise<RegisterImportView> {
    return toRegisterImportView(await this.take.execute(request, context));
  }
}
