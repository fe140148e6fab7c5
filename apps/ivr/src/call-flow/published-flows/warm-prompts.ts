import { fixedSegments, type SpokenLanguage } from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import type { PromptLibrary } from '../../prompts';
import { figureWords } from './figure-words';
import type { WalkableFlow } from './flow-in-force';

const SPOKEN: readonly SpokenLanguage[] = ['zh-CN', 'en'];

/** Makes what a flow can say before a caller asks for it: from a key to a prompt there is no synthesis (T5.2). */
export class WarmPrompts {
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly prompts: Pick<PromptLibrary, 'warm'>,
    private readonly unit: Readonly<Record<SpokenLanguage, string>>,
    private readonly logger: Pick<Logger, 'info' | 'error'>,
  ) {}

  /** Begins in the background, one flow after the other. */
  begin(flows: readonly WalkableFlow[]): void {
    for (const flow of flows) this.queue = this.queue.then(() => this.warm(flow));
  }

  /** Once everything begun is done. */
  done(): Promise<void> {
    return this.queue;
  }

  private async warm({ name, number, flow }: WalkableFlow): Promise<void> {
    for (const language of SPOKEN) {
      try {
        const fixed = fixedSegments(flow, language, { unit: this.unit });
        const segments = new Set([...fixed, ...figureWords(language)]);
        const report = await this.prompts.warm(segments, language);
        this.logger.info('prompts are ready', { flow: name, version: number, language, ...report });
      } catch (error) {
        this.logger.error('prompts could not be made ahead', { flow: name, language, err: error });
      }
    }
  }
}
