import { Controller } from '@nestjs/common';
import {
  CALL_FLOW_ERRORS,
  type DialledNumberReference,
  type DialledNumberView,
  RemoveDialledNumber,
} from '@switchyard/contracts';
import { DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { toDialledNumberView } from '../dialled-numbers/dialled-number-view';
import { DialledNumbers } from '../dialled-numbers/dialled-numbers.port';

@Controller()
export class RemoveDialledNumberHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dialledNumbers: DialledNumbers,
  ) {}

  @Handles(RemoveDialledNumber)
  async handle({ dialled }: DialledNumberReference): Promise<DialledNumberView> {
    const removed = await this.unitOfWork.inTransaction(() => this.dialledNumbers.remove(dialled));
    if (removed) return toDialledNumberView(removed);
    throw new DomainError(CALL_FLOW_ERRORS.dialledNumberNotFound, `${dialled} leads nowhere of its own.`);
  }
}
