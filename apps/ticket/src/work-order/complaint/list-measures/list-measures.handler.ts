import { Controller } from '@nestjs/common';
import {
  ListMeasures,
  ListMeasuresRequest,
  type MeasurePage,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { scopeOf } from '../../access';
import { ComplaintMeasures } from '../measures.port';

@Controller()
export class ListMeasuresHandler {
  constructor(private readonly measures: ComplaintMeasures) {}

  @Handles(ListMeasures)
  async handle(
    { limit = 50, cursor, ...filter }: ListMeasuresRequest,
    context: RequestContext,
  ): Promise<MeasurePage> {
    const page = await this.measures.list({ ...filter, within: scopeOf(context) }, limit, cursor);
    const items = page.items.map(({ updatedAt, ...rest }) => ({
      ...rest,
      updatedAt: updatedAt.toISOString(),
    }));
    return { items, nextCursor: page.nextCursor };
  }
}
