import type { Clock, UnitOfWork } from '@switchyard/platform';
import { ANY_NUMBER, type DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import type { FlowVersionHead } from '../versions/flow-version';
import type { FlowVersions } from '../versions/flow-versions.port';
import { builtInFlow, storedBuiltIn } from './built-in-flow';

const SEEDED_BY = 'system:ivr';
const NOTE = 'comes with the product';

export interface SeededFlow {
  /** The version that holds what comes with this release. */
  readonly version: FlowVersionHead;
  /** What was done just now: put in force where nothing was, stored as a draft beside what is, or nothing. */
  readonly done: 'published' | 'offered' | 'nothing';
}

/**
 * Publishes the flow that comes with the product where none is published yet, and leads every number to it. Where one
 * is, the flow of a newer release is stored as a draft, once: it can be compared and published like any other.
 */
export class SeedDefaultFlow {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: FlowVersions,
    private readonly dialledNumbers: DialledNumbers,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<SeededFlow> {
    return this.unitOfWork.inTransaction(async () => {
      await this.versions.lock();
      const stored = await storedBuiltIn(this.versions);
      const isFirst = (await this.versions.allPublished()).length === 0;
      if (stored && !isFirst) return { version: stored, done: 'nothing' };
      const at = this.clock.now();
      const version = stored ?? (await this.add(at));
      if (!isFirst) return { version, done: 'offered' };
      await this.versions.putInForce(version, { action: 'publish', by: SEEDED_BY, at });
      await this.routeAll(version.name, at);
      return { version, done: 'published' };
    });
  }

  private add(createdAt: Date): Promise<FlowVersionHead> {
    return this.versions.add({ ...builtInFlow(), note: NOTE, createdBy: SEEDED_BY, createdAt });
  }

  private async routeAll(flow: string, setAt: Date): Promise<void> {
    const numbers = await this.dialledNumbers.all();
    if (numbers.some(({ dialled }) => dialled === ANY_NUMBER)) return;
    const anywhere = { dialled: ANY_NUMBER, flow, entry: null, language: null };
    await this.dialledNumbers.set({ ...anywhere, setBy: SEEDED_BY, setAt });
  }
}
