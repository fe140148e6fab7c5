import type { Lab } from '@switchyard/testing';
import { BareAriLink } from '../../bench/bare-ari-link';
import { soundInside } from '../menu-sounds';
import { BARE_ARI_APPLICATION } from './dialplan-menu';

/** What it must know. */
const EVENTS = ['StasisStart', 'ChannelDtmfReceived', 'PlaybackFinished'];
const ANSWER = 'answer-';

interface AriEvent {
  readonly type: string;
  readonly channel?: { readonly id: string };
  readonly digit?: string;
  readonly playback?: { readonly id: string; readonly target_uri: string };
}

/** Baseline: the least that a menu under ARI's control costs: four requests a call, no state, no checks, no records. */
export class BareAriMenu {
  private constructor(
    private readonly lab: Lab,
    private readonly link: BareAriLink,
  ) {
    link.onEvent<AriEvent>((event) => this.handle(event));
  }

  static async open(lab: Lab): Promise<BareAriMenu> {
    return new BareAriMenu(lab, await BareAriLink.open(lab.ari, BARE_ARI_APPLICATION, EVENTS));
  }

  close(): Promise<void> {
    return this.link.close();
  }

  private handle({ type, channel, digit, playback }: AriEvent): void {
    const { prompts } = this.lab;
    if (type === 'StasisStart' && channel) {
      this.link
        .request('POST', `/channels/${channel.id}/answer`)
        .then(() => this.play(channel.id, `menu-${channel.id}`, soundInside(prompts, 'bench-menu')))
        .catch(() => undefined); // what fails shows as a call that does not end
    } else if (type === 'ChannelDtmfReceived' && channel && digit === '1') {
      this.play(channel.id, `${ANSWER}${channel.id}`, soundInside(prompts, 'bench-answer')).catch(
        () => undefined,
      );
    } else if (type === 'PlaybackFinished' && playback?.id.startsWith(ANSWER)) {
      this.link.request('DELETE', `/channels/${playback.id.slice(ANSWER.length)}`).catch(() => undefined);
    }
  }

  private play(channelId: string, playbackId: string, sound: string): Promise<void> {
    return this.link.request('POST', `/channels/${channelId}/play/${playbackId}`, {
      media: `sound:${sound}`,
    });
  }
}
