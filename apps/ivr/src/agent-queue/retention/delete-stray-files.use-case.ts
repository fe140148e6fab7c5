import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import { AgentPolicies } from '../policy/agent-policies.port';
import { RecordedFiles } from '../recordings/recorded-files';
import { Recordings } from '../recordings/recordings.port';
import { Removals } from './removals.port';

const DAY_MS = 86_400_000;

/**
 * Deletes files in the PBX's folder that belong to no call that anybody knows: what a caller said while no process of
 * ours was there, and talks of which nothing is written (§5, T4.3).
 */
@Injectable()
export class DeleteStrayFiles {
  constructor(
    private readonly files: RecordedFiles,
    private readonly recordings: Recordings,
    private readonly removals: Removals,
    private readonly policies: AgentPolicies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were deleted */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const { strayFileDays: days } = await this.policies.inForce(now);
    let deleted = 0;
    for (const file of await this.files.quietSince(new Date(now.getTime() - days * DAY_MS))) {
      if ((await this.recordings.claim(file)).kind !== 'stranger') continue;
      const removal = { what: 'stray-file', item: file.name, keptSince: file.changedAt, days } as const;
      await this.removals.remove(removal, now, () => this.files.remove(file.name));
      deleted += 1;
    }
    return deleted;
  }
}
