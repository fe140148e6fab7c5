import { defaultCallFlow } from '@switchyard/domain';
import type { Clock, UnitOfWork } from '@switchyard/platform';
import { ANY_NUMBER, type DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import type { FlowVersions } from '../versions/flow-versions.port';
import { documentHash } from '../versions/read-source';

const SEEDED_BY = 'system:ivr';

/** Publishes the flow that comes with the product where none is published yet, and leads every number to it. */
export class SeedDefaultFlow {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: FlowVersions,
    private readonly dialledNumbers: DialledNumbers,
    private readonly clock: Clock,
  ) {}

  /** True when it was seeded just now. */
  async execute(): Promise<boolean> {
    return this.unitOfWork.inTransaction(async () => {
      await this.versions.lock();
      if ((await this.versions.allPublished()).length > 0) return false;
      const document = JSON.parse(JSON.stringify(defaultCallFlow().document)) as Record<string, unknown>;
      const name = String(document.name);
      const at = this.clock.now();
      const version = await this.versions.add({
        name,
        document,
        sha256: documentHash(document),
        note: null,
        createdBy: SEEDED_BY,
        createdAt: at,
      });
      await this.versions.putInForce(version, { action: 'publish', by: SEEDED_BY, at });
      await this.routeAll(name, at);
      return true;
    });
  }

  private async routeAll(flow: string, setAt: Date): Promise<void> {
    const numbers = await this.dialledNumbers.all();
    if (numbers.some(({ dialled }) => dialled === ANY_NUMBER)) return;
    const anywhere = { dialled: ANY_NUMBER, flow, entry: null, language: null };
    await this.dialledNumbers.set({ ...anywhere, setBy: SEEDED_BY, setAt });
  }
}
