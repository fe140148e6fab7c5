import type { Lab } from '@switchyard/testing';
import { Pool } from 'undici';
import WebSocket from 'ws';
import { soundInside } from '../menu-sounds';
import { BARE_ARI_APPLICATION } from './dialplan-menu';

const CONNECTIONS = 16;
/** What it must know; the PBX need not write the other events. */
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
  private readonly pool: Pool;
  private readonly authorization: string;
  private open = true;

  private constructor(
    private readonly lab: Lab,
    private readonly socket: WebSocket,
  ) {
    const { url, user, password } = lab.ari;
    this.pool = new Pool(new URL(url).origin, { connections: CONNECTIONS, pipelining: 1 });
    this.authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    socket.on('message', (data: Buffer) => this.handle(JSON.parse(data.toString()) as AriEvent));
    socket.on('error', () => undefined);
  }

  static async open(lab: Lab): Promise<BareAriMenu> {
    const { url, user, password } = lab.ari;
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/events?app=${BARE_ARI_APPLICATION}&api_key=${user}:${password}`,
      { handshakeTimeout: 5_000 },
    );
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const menu = new BareAriMenu(lab, socket);
    await menu.request('PUT', `/applications/${BARE_ARI_APPLICATION}/eventFilter`, {
      allowed: EVENTS.map((type) => ({ type })),
    });
    return menu;
  }

  async close(): Promise<void> {
    this.open = false;
    this.socket.terminate();
    await this.pool.destroy();
  }

  private handle({ type, channel, digit, playback }: AriEvent): void {
    const { prompts } = this.lab;
    if (type === 'StasisStart' && channel) {
      this.request('POST', `/channels/${channel.id}/answer`)
        .then(() => this.play(channel.id, `menu-${channel.id}`, soundInside(prompts, 'bench-menu')))
        .catch(() => undefined); // what fails shows as a call that does not end
    } else if (type === 'ChannelDtmfReceived' && channel && digit === '1') {
      this.play(channel.id, `${ANSWER}${channel.id}`, soundInside(prompts, 'bench-answer')).catch(
        () => undefined,
      );
    } else if (type === 'PlaybackFinished' && playback?.id.startsWith(ANSWER)) {
      this.request('DELETE', `/channels/${playback.id.slice(ANSWER.length)}`).catch(() => undefined);
    }
  }

  private play(channelId: string, playbackId: string, sound: string): Promise<void> {
    return this.request('POST', `/channels/${channelId}/play/${playbackId}`, { media: `sound:${sound}` });
  }

  private async request(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<void> {
    if (!this.open) return;
    const response = await this.pool.request({
      method,
      path: `/ari${path}`,
      headers: { authorization: this.authorization, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    await response.body.dump();
    if (response.statusCode >= 300) throw new Error(`${method} ${path}: ${response.statusCode}`);
  }
}
