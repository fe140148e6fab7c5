import { Controller } from '@nestjs/common';
import { DiffFlowVersions, type DiffFlowVersionsRequest, type FlowDiff } from '@switchyard/contracts';
import { type CallFlowDocument, diffFlows } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { findVersion } from '../versions/find-version';
import { FlowVersions } from '../versions/flow-versions.port';

@Controller()
export class DiffFlowVersionsHandler {
  constructor(private readonly versions: FlowVersions) {}

  @Handles(DiffFlowVersions)
  async handle({ name, from, to }: DiffFlowVersionsRequest): Promise<FlowDiff> {
    const before = await this.document(name, from);
    const after = await this.document(name, to);
    return {
      changes: diffFlows(before, after).map(({ path, change, ...values }) => ({
        path,
        change,
        ...(values.before === undefined ? {} : { before: JSON.stringify(values.before) }),
        ...(values.after === undefined ? {} : { after: JSON.stringify(values.after) }),
      })),
    };
  }

  /** What is stored was found valid when it was stored. */
  private async document(name: string, number: number): Promise<CallFlowDocument> {
    const { document } = await findVersion(this.versions, { name, number });
    return document as unknown as CallFlowDocument;
  }
}
