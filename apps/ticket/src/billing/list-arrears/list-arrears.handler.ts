import { Controller } from '@nestjs/common';
import { type ArrearsView, ListArrears as Contract, ListArrearsRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ListArrears } from './list-arrears.use-case';

@Controller()
export class ListArrearsHandler {
  constructor(private readonly listArrears: ListArrears) {}

  @Handles(Contract)
  handle({ accountNo }: ListArrearsRequest): Promise<ArrearsView> {
    return this.listArrears.execute(accountNo);
  }
}
