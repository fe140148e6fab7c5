import { Controller } from '@nestjs/common';
import { DiffFlowVersions, type DiffFlowVersionsRequest, type FlowDiff } from '@switchyard/contracts';
import { diffFlows } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { findVersion } from '../versions/find-version';
import { FlowVersions } from '../versions/flow-versions.port';
import { readFlow } from '../versions/read-flow';

@Controller()
export class DiffFlowVersionsHandler {
  constructor(private readonly versions: FlowVersions) {}

  @Handles(DiffFlowVersions)
  async handle({ name, from, to }: DiffFlowVersionsRequest): Promise<FlowDiff> {
    const before = readFlow((await findVersion(this.versions, { name, number: from })).document);
    const after = readFlow((await findVersion(this.versions, { name, number: to })).document);
    return {
      changes: diffFlows(before.document, after.document).map(({ path, change, ...values }) => ({
        path,
        change,
        ...(values.before === undefined ? {} : { before: JSON.stringify(values.before) }),
        ...(values.after === undefined ? {} : { after: JSON.stringify(values.after) }),
      })),
    };
  }
}
