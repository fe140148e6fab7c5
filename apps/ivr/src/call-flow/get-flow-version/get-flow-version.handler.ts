import { Controller } from '@nestjs/common';
import { type FlowVersionDetail, type FlowVersionReference, GetFlowVersion } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { findVersion } from '../versions/find-version';
import { toFlowVersionDetail } from '../versions/flow-version-view';
import { FlowVersions } from '../versions/flow-versions.port';

@Controller()
export class GetFlowVersionHandler {
  constructor(private readonly versions: FlowVersions) {}

  @Handles(GetFlowVersion)
  async handle(request: FlowVersionReference): Promise<FlowVersionDetail> {
    return toFlowVersionDetail(await findVersion(this.versions, request));
  }
}
