import { Controller } from '@nestjs/common';
import { DrawFlowVersion, type FlowDiagram, type FlowVersionReference } from '@switchyard/contracts';
import { flowDiagram } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { findVersion } from '../versions/find-version';
import { FlowVersions } from '../versions/flow-versions.port';
import { readFlow } from '../versions/read-flow';

@Controller()
export class DrawFlowVersionHandler {
  constructor(private readonly versions: FlowVersions) {}

  @Handles(DrawFlowVersion)
  async handle(request: FlowVersionReference): Promise<FlowDiagram> {
    const { document } = await findVersion(this.versions, request);
    return { mermaid: flowDiagram(readFlow(document)) };
  }
}
