import type { Logger } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import type { TelephonyNode } from '../../telephony/telephony.port';
import { type ResumeCalls, TOLD_WITHIN } from './resume-calls';

/** Compares the callers on a node with those we know, and once more when somebody is there of whom nobody tells us. */
export class CompareCallers {
  /** Callers of whom something was heard since a list was asked for; nothing is kept while nobody asks. */
  private readonly heardSince = new Set<Set<string>>();
  private cancelAgain: () => void = () => undefined;

  constructor(
    private readonly resumeCalls: ResumeCalls,
    private readonly arriving: (callId: string) => boolean,
    private readonly scheduler: Scheduler,
    private readonly logger: Pick<Logger, 'error'>,
  ) {}

  /** Somebody told us of this caller. */
  heardOf(callId: string): void {
    for (const heard of this.heardSince) heard.add(callId);
  }

  cancel(): void {
    this.cancelAgain();
  }

  async execute(node: TelephonyNode): Promise<void> {
    const heard = new Set<string>();
    this.heardSince.add(heard);
    let untold: readonly string[] = [];
    const allHeard = () => untold.every((callId) => heard.has(callId));
    try {
      untold = await this.resumeCalls.execute(node, this.arriving);
    } finally {
      if (allHeard()) this.heardSince.delete(heard);
    }
    this.cancelAgain();
    if (allHeard()) return;
    const cancel = this.scheduler.after(TOLD_WITHIN, () => {
      this.heardSince.delete(heard);
      if (node.state() !== 'up' || allHeard()) return;
      this.execute(node).catch((error: unknown) =>
        this.logger.error('callers could not be compared', { node: node.name, err: error }),
      );
    });
    this.cancelAgain = () => {
      cancel();
      this.heardSince.delete(heard);
    };
  }
}
