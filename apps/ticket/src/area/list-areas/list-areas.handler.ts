import { Controller } from '@nestjs/common';
import { type AreaList, ListAreas, ListAreasRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Areas } from '../areas.port';

@Controller()
export class ListAreasHandler {
  constructor(private readonly areas: Areas) {}

  @Handles(ListAreas)
  async handle(_request: ListAreasRequest): Promise<AreaList> {
    return { items: [...(await this.areas.all())] };
  }
}
