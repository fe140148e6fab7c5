import { Injectable } from '@nestjs/common';
import { Logger } from '@switchyard/platform';
import { AgentQueueMetrics } from '../agent-queue-metrics';
import { DeleteExpiredRecordings } from '../recordings/delete-expired-recordings.use-case';
import { DeleteExpiredMessages } from './delete-expired-messages.use-case';
import { DeleteStrayFiles } from './delete-stray-files.use-case';
import { Removals } from './removals.port';

/** One round of everything that is kept for a time only. */
@Injectable()
export class KeepRetention {
  private readonly logger: Logger;

  constructor(
    private readonly recordings: DeleteExpiredRecordings,
    private readonly messages: DeleteExpiredMessages,
    private readonly strayFiles: DeleteStrayFiles,
    private readonly removals: Removals,
    private readonly metrics: AgentQueueMetrics,
    logger: Logger,
  ) {
    this.logger = logger.named('Retention');
  }

  /** What cannot be decided now (the owner of work orders, or of judgements, is away) is left for the next round, and stops nothing else. */
  async execute(): Promise<void> {
    await this.attempt('recordings', async () => {
      const deleted = await this.recordings.execute();
      this.metrics.recordingsDone('deleted', deleted);
      return deleted;
    });
    await this.removals.alone(async () => {
      for (const [what, rule] of [
        ['messages', this.messages],
        ['stray-files', this.strayFiles],
      ] as const) {
        await this.attempt(what, async () => {
          const deleted = await rule.execute();
          this.metrics.retentionDone(what, deleted);
          return deleted;
        });
      }
    });
  }

  private async attempt(what: string, work: () => Promise<number>): Promise<void> {
    try {
      const deleted = await work();
      if (deleted > 0) this.logger.info('deleted by retention', { what, deleted });
    } catch (error) {
      this.logger.warn('retention waits', { what, err: error });
    }
  }
}
