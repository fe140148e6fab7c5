import { randomUUID } from 'node:crypto';
import type { Lab } from '@switchyard/testing';
import { BareAriLink } from '../bench/bare-ari-link';
import type { CallDriver, DriverFigures } from './call-driver';
import { promptInside } from './prompt';

const APPLICATION = 'bench';
/** What it must know. */
const EVENTS = ['StasisStart', 'PlaybackFinished'];

interface AriEvent {
  readonly type: string;
  readonly channel?: { readonly id: string };
  readonly playback?: { readonly target_uri: string };
}

/** Baseline: the least that calls under ARI's control cost: three requests a call, no book, no checks, no records. */
export class BareAriDriver implements CallDriver {
  private readonly orderedAt = new Map<string, number>();
  private setupMs: number[] = [];
  private refused = 0;

  private constructor(
    private readonly lab: Lab,
    private readonly link: BareAriLink,
  ) {
    link.onEvent<AriEvent>((event) => this.handle(event));
  }

  static async open(lab: Lab): Promise<BareAriDriver> {
    return new BareAriDriver(lab, await BareAriLink.open(lab.ari, APPLICATION, EVENTS));
  }

  place(number: string): void {
    const channelId = randomUUID();
    this.orderedAt.set(channelId, performance.now());
    const order = {
      endpoint: `PJSIP/${number}@${this.lab.trunk}`,
      app: APPLICATION,
      channelId,
      callerId: '95598',
      timeout: 20,
    };
    this.link.request('POST', '/channels', order).catch(() => {
      this.refused += 1;
      this.orderedAt.delete(channelId);
    });
  }

  takeFigures(): DriverFigures {
    const { refused, setupMs } = this;
    this.refused = 0;
    this.setupMs = [];
    return { refused, setupMs };
  }

  close(): Promise<void> {
    return this.link.close();
  }

  private handle({ type, channel, playback }: AriEvent): void {
    if (type === 'StasisStart' && channel) {
      const orderedAt = this.orderedAt.get(channel.id);
      if (orderedAt === undefined) return;
      this.orderedAt.delete(channel.id);
      this.setupMs.push(performance.now() - orderedAt);
      this.ask('POST', `/channels/${channel.id}/play`, { media: `sound:${promptInside(this.lab.prompts)}` });
    } else if (type === 'PlaybackFinished' && playback) {
      this.ask('DELETE', `/channels/${playback.target_uri.slice('channel:'.length)}`);
    }
  }

  /** What fails shows as a call that does not end. */
  private ask(method: 'POST' | 'DELETE', path: string, body?: object): void {
    this.link.request(method, path, body).catch(() => undefined);
  }
}
