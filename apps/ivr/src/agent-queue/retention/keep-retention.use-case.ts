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

  /** What cannot be decided now (the owner of work orders is away) is left for the next round, and stops nothing else. */
  async execute(): Promise<void> {
    this.metrics.recordingsDone('deleted', await this.recordings.execute());
    await this.removals.alone(async () => {
      await this.attempt('messages', () => this.messages.execute());
      await this.attempt('stray-files', () => this.strayFiles.execute());
    });
  }

  private async attempt(what: 'messages' | 'stray-files', work: () => Promise<number>): Promise<void> {
    try {
      const deleted = await work();
      this.metrics.retentionDone(what, deleted);
      if (deleted > 0) this.logger.info('deleted by retention', { what, deleted });
    } catch (error) {
      this.logger.warn('retention waits', { what, err: error });
    }
  }
}
