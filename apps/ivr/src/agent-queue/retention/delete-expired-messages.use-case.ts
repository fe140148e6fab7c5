import { Inject, Injectable } from '@nestjs/common';
import { type AgentPolicy, messageKeptUntil, type MessageUse } from '@switchyard/domain';
import { CLOCK, type Clock, FILE_STORE, type FileStore, type StoredFile } from '@switchyard/platform';
import { AgentPolicies } from '../policy/agent-policies.port';
import { MessageUses } from './message-uses.port';
import { Removals } from './removals.port';

/** Where callers' messages are kept, under names that lead to nobody: those of anonymous callers like all others. */
const FOLDER = 'messages';
const AT_ONCE = 200;
const DAY_MS = 86_400_000;

/**
 * Deletes what callers said into the machine when its time by policy is over (§5). The files themselves are looked at,
 * so that none is kept for ever which nobody knows of; what a work order needs stays.
 */
@Injectable()
export class DeleteExpiredMessages {
  constructor(
    @Inject(FILE_STORE) private readonly store: FileStore,
    private readonly uses: MessageUses,
    private readonly removals: Removals,
    private readonly policies: AgentPolicies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were deleted */
  async execute(): Promise<number> {
    const policy = await this.policies.inForce(this.clock.now());
    let deleted = 0;
    for await (const round of this.inRounds(policy)) deleted += await this.deleteExpired(round, policy);
    return deleted;
  }

  /** Messages that are old enough for none of them to be asked about in vain. */
  private async *inRounds({ messageDays }: AgentPolicy): AsyncGenerator<readonly StoredFile[]> {
    const before = this.clock.now().getTime() - messageDays * DAY_MS;
    let round: StoredFile[] = [];
    for await (const file of this.store.list(FOLDER)) {
      if (file.storedAt.getTime() > before) continue;
      if (round.push(file) < AT_ONCE) continue;
      yield round;
      round = [];
    }
    if (round.length > 0) yield round;
  }

  private async deleteExpired(files: readonly StoredFile[], policy: AgentPolicy): Promise<number> {
    const uses = await this.uses.of(files.map(({ key }) => key));
    let deleted = 0;
    for (const file of files) if (await this.deleteOne(file, uses.get(file.key) ?? [], policy)) deleted += 1;
    return deleted;
  }

  private async deleteOne(
    { key, storedAt }: StoredFile,
    uses: readonly MessageUse[],
    policy: AgentPolicy,
  ): Promise<boolean> {
    const kept = messageKeptUntil(storedAt, uses, policy);
    const now = this.clock.now();
    if (!kept || kept.until > now) return false;
    const removal = { what: 'message', item: key, keptSince: storedAt, days: kept.days } as const;
    await this.removals.remove(removal, now, () => this.store.remove(key));
    return true;
  }
}
