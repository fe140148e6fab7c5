import { Controller } from '@nestjs/common';
import { type FlowVersionPage, ListFlowVersions, type ListFlowVersionsRequest } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { toFlowVersionView } from '../versions/flow-version-view';
import { FlowVersions } from '../versions/flow-versions.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class ListFlowVersionsHandler {
  constructor(private readonly versions: FlowVersions) {}

  @Handles(ListFlowVersions)
  async handle({ name, cursor, limit = DEFAULT_LIMIT }: ListFlowVersionsRequest): Promise<FlowVersionPage> {
    const below = cursor === undefined ? undefined : Number(decodeCursor(cursor, CURSOR_PARTS.integer)[0]);
    const page = pageOf(await this.versions.list(name, limit, below), limit, ({ number }) => [
      String(number),
    ]);
    return { ...page, items: page.items.map(toFlowVersionView) };
  }
}
