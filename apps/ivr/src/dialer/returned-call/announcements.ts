import type { Logger } from '@switchyard/platform';
import type { PromptLibrary } from '../../prompts';
import type { Scheduler } from '../../telephony/scheduler';
import type { CallsAtWork } from '../calls-at-work';
import { type CallEvent, CallGone, type TelephonyNode } from '../../telephony/telephony.port';

/** Milliseconds after which a call is ended whatever happens. */
const LONGEST = 60_000;

const NO_BATCH = { id: 'none' };

/** Tells callers for whom there is no notice where they are, and hangs up. */
export class Announcements {
  private readonly calls = new Map<
    string,
    { node: TelephonyNode; media: readonly string[]; cancel: () => void }
  >();

  constructor(
    private readonly prompts: Pick<PromptLibrary, 'render'>,
    private readonly unit: string,
    private readonly atWork: CallsAtWork,
    private readonly scheduler: Scheduler,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  async begin(node: TelephonyNode, callId: string): Promise<void> {
    const { media } = await this.prompts.render(
      [`您好，这里是${this.unit}供电服务热线。`, '目前没有给您的语音通知，谢谢来电，再见！'],
      'zh-CN',
    );
    const cancel = this.scheduler.after(LONGEST, () => this.end(callId));
    this.calls.set(callId, { node, media, cancel });
    this.atWork.add(node, { id: callId, batch: NO_BATCH, direction: 'in' });
    try {
      await node.answer(callId);
    } catch (error) {
      this.forget(callId);
      if (!(error instanceof CallGone)) throw error;
    }
  }

  /** True when the event was one of these calls'. */
  handle(event: Exclude<CallEvent, { type: 'incoming' | 'node-state' }>): boolean {
    const call = this.calls.get(event.callId);
    if (!call) return false;
    if (event.type === 'answered') {
      call.node.play(event.callId, `${event.callId}:announcement`, call.media).catch((error: unknown) => {
        this.logger.warn('an announcement could not begin', { callId: event.callId, err: error });
        this.end(event.callId);
      });
    }
    if (event.type === 'playback-ended') this.end(event.callId);
    if (event.type === 'ended') this.forget(event.callId);
    return true;
  }

  private end(callId: string): void {
    const call = this.calls.get(callId);
    this.forget(callId);
    call?.node
      .hangUp(callId)
      .catch((error: unknown) => this.logger.warn('could not hang up', { callId, err: error }));
  }

  private forget(callId: string): void {
    this.calls.get(callId)?.cancel();
    this.calls.delete(callId);
    this.atWork.remove(callId);
  }
}
