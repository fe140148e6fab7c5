import { Controller } from '@nestjs/common';
import { ListWorkOrderKindVersions, WorkOrderKindRequest, type WorkOrderKinds } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { KindDefinitions } from '../kind-definitions';
import { toKindView } from '../kind-view';

@Controller()
export class ListKindVersionsHandler {
  constructor(private readonly definitions: KindDefinitions) {}

  @Handles(ListWorkOrderKindVersions)
  async handle({ kind }: WorkOrderKindRequest): Promise<WorkOrderKinds> {
    return { items: (await this.definitions.versionsOf(kind)).map(toKindView) };
  }
}
