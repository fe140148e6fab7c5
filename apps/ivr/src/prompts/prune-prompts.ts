import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock, Logger } from '@switchyard/platform';
import { pruneAudio } from './cache/prune-audio';
import { PromptsConfig } from './prompts.config';

const DAY_MS = 86_400_000;
/** Use is marked once a day; what was used within two is in use. */
const KEEP_MS = 2 * DAY_MS;

/** Keeps the audio folder within its size and age: at start and once a day. */
@Injectable()
export class PrunePrompts implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: PromptsConfig,
    private readonly logger: Logger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const prune = () => {
      this.prune().catch((err: unknown) => this.logger.error('prompts could not be pruned', { err }));
    };
    this.timer = setInterval(prune, DAY_MS);
    this.timer.unref();
    prune();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async prune(): Promise<void> {
    const rules = {
      maxAgeMs: this.config.promptsMaxAgeDays * DAY_MS,
      maxBytes: this.config.promptsMaxMb * 1_000_000,
      keepMs: KEEP_MS,
    };
    const report = await pruneAudio(this.config.promptsDir, rules, this.clock.now());
    if (report.removed > 0) this.logger.info('prompts pruned', { ...report });
  }
}
