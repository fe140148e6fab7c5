import { Controller } from '@nestjs/common';
import {
  type ReservedQueryCodes,
  ReserveQueryCodes,
  type ReserveQueryCodesRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ReserveQueryCodesUseCase } from './reserve-query-codes.use-case';

@Controller()
export class ReserveQueryCodesHandler {
  constructor(private readonly reserveQueryCodes: ReserveQueryCodesUseCase) {}

  @Handles(ReserveQueryCodes)
  async handle({ count }: ReserveQueryCodesRequest): Promise<ReservedQueryCodes> {
    return { queryCodes: await this.reserveQueryCodes.execute(count) };
  }
}
