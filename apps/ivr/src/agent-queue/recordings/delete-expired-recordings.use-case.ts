import { Inject, Injectable } from '@nestjs/common';
import { type AgentPolicy, decideRecording } from '@switchyard/domain';
import { CLOCK, type Clock, FILE_STORE, type FileStore, UnitOfWork } from '@switchyard/platform';
import { AgentPolicies } from '../policy/agent-policies.port';
import { UsesOfRecordings } from './recording-uses.port';
import { Recordings } from './recordings.port';

const AT_ONCE = 50;

/**
 * Deletes recordings whose time by policy is over and that nothing needs any more (T4.3, §5); the row stays, and tells
 * when. What is needed stays, and its row tells why.
 */
@Injectable()
export class DeleteExpiredRecordings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordings: Recordings,
    private readonly uses: UsesOfRecordings,
    private readonly policies: AgentPolicies,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were deleted @throws DomainError while it cannot be asked what is in use: then none is deleted */
  async execute(): Promise<number> {
    const policy = await this.policies.inForce(this.clock.now());
    let deleted = 0;
    for (let seen = AT_ONCE; seen === AT_ONCE;) {
      const round = await this.round(policy);
      deleted += round.deleted;
      seen = round.seen;
    }
    return deleted;
  }

  /** The file goes first: a process that dies in between finds the row again, and removing twice is no error. */
  private round(policy: AgentPolicy): Promise<{ seen: number; deleted: number }> {
    return this.unitOfWork.inTransaction(async () => {
      const now = this.clock.now();
      const expired = await this.recordings.takeExpired(now, AT_ONCE);
      if (expired.length === 0) return { seen: 0, deleted: 0 };
      const uses = await this.uses.of(expired);
      let deleted = 0;
      for (const { id, fileKey } of expired) {
        const known = uses.get(id);
        if (!known) throw new Error(`the uses of recording ${id} are not known`);
        const decision = decideRecording(known, policy, now);
        if (decision.keep) {
          await this.recordings.keep(id, decision.why, decision.until);
          continue;
        }
        await this.store.remove(fileKey);
        await this.recordings.deleted(id, 'retention', now);
        deleted += 1;
      }
      return { seen: expired.length, deleted };
    });
  }
}
