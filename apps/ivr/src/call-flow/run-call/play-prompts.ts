import type { FlowEffect, FlowEvent } from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import type { PromptLibrary, RenderedPart } from '../../prompts';
import { CallGone } from '../../telephony/telephony.port';
import { type CallInFlow, playbackIdOf } from './call-in-flow';
import { CallTime } from './call-time';

type Play = Extract<FlowEffect, { type: 'play' }>;

export interface PromptSurroundings {
  readonly prompts: Pick<PromptLibrary, 'render'>;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Lets callers hear what their flow says: what is played next replaces what plays. */
export class PlayPrompts {
  private silences = 0;

  constructor(
    private readonly around: PromptSurroundings,
    private readonly tell: (call: CallInFlow, event: FlowEvent) => void,
  ) {}

  /** Never rejects: what cannot be played is told to the flow as a playback that broke off. */
  async play(call: CallInFlow, { step, segments, language }: Play): Promise<void> {
    call.playing = step;
    try {
      const part = await this.around.prompts.render(segments, language);
      // Something newer is to be heard by now.
      if (call.playing !== step) return;
      await this.begin(call, step, part);
    } catch (error) {
      if (error instanceof CallGone) return;
      this.around.logger.warn('a prompt could not be played', { callId: call.callId, err: error });
      this.tell(call, { type: 'playback-ended', step, completed: false });
    }
  }

  /** @throws what the PBX answers */
  async silence(call: CallInFlow): Promise<void> {
    call.playing = undefined;
    await this.quiet(call);
  }

  private async begin(call: CallInFlow, step: number, { media, durationMs }: RenderedPart): Promise<void> {
    if (!CallTime.covers(durationMs)) {
      // Time can be asked for only while nothing plays.
      await this.quiet(call);
      await call.node.keepAlive(call.callId, CallTime.secondsFor(durationMs));
      if (call.playing !== step) return;
    }
    await call.node.replacePlayback(call.callId, playbackIdOf(call.callId, step), media);
  }

  private quiet(call: CallInFlow): Promise<void> {
    this.silences += 1;
    return call.node.replacePlayback(call.callId, `${call.callId}:silence:${this.silences}`, []);
  }
}
