import { Controller } from '@nestjs/common';
import {
  type CorrectnessItemPage,
  ListCorrectnessItems,
  ListCorrectnessItemsRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { CorrectnessSamples } from '../correctness-samples.port';
import { toItemView } from '../correctness-views';

@Controller()
export class ListItemsHandler {
  constructor(private readonly samples: CorrectnessSamples) {}

  @Handles(ListCorrectnessItems)
  async handle({ limit = 50, cursor, ...filter }: ListCorrectnessItemsRequest): Promise<CorrectnessItemPage> {
    const page = await this.samples.items(filter, limit, cursor);
    return { ...page, items: page.items.map(toItemView) };
  }
}
