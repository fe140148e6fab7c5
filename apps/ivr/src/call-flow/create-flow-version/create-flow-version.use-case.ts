import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { readFlow } from '../versions/read-flow';
import type { FlowVersion } from '../versions/flow-version';
import { FlowVersions } from '../versions/flow-versions.port';
import { documentHash, readSource } from '../versions/read-source';

export interface CreateFlowVersionOrder {
  readonly name: string;
  /** JSON or YAML. */
  readonly source: string;
  readonly note?: string;
}

/** Stores a document as the next version of its flow, as a draft (T1.2). */
@Injectable()
export class CreateFlowVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: FlowVersions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The same document as the newest version is that version: a repeated request makes no second one.
   * @throws DomainError call-flow.unreadable; call-flow.invalid with every problem
   */
  async execute(
    { name, source, note }: CreateFlowVersionOrder,
    { actor }: RequestContext,
  ): Promise<FlowVersion> {
    const document = readSource(source);
    readFlow(document, name);
    const sha256 = documentHash(document);
    return this.unitOfWork.inTransaction(async () => {
      await this.versions.lock();
      const newest = await this.versions.newest(name);
      if (newest?.sha256 === sha256) return newest;
      const createdAt = this.clock.now();
      return this.versions.add({
        name,
        document,
        sha256,
        note: note ?? null,
        createdBy: actor.name,
        createdAt,
      });
    });
  }
}
