import { Controller } from '@nestjs/common';
import {
  type DialledNumberList,
  ListDialledNumbers,
  type ListDialledNumbersRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toDialledNumberView } from '../dialled-numbers/dialled-number-view';
import { DialledNumbers } from '../dialled-numbers/dialled-numbers.port';

@Controller()
export class ListDialledNumbersHandler {
  constructor(private readonly dialledNumbers: DialledNumbers) {}

  @Handles(ListDialledNumbers)
  async handle(_request: ListDialledNumbersRequest): Promise<DialledNumberList> {
    return { items: (await this.dialledNumbers.all()).map(toDialledNumberView) };
  }
}
