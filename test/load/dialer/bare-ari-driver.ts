import { randomUUID } from 'node:crypto';
import type { Lab } from '@switchyard/testing';
import { Pool } from 'undici';
import WebSocket from 'ws';
import type { CallDriver, DriverFigures } from './call-driver';
import { promptInside } from './prompt';

const CONNECTIONS = 16;
/** What it must know; the PBX need not write the other events. */
const EVENTS = ['StasisStart', 'PlaybackFinished'];

interface AriEvent {
  readonly type: string;
  readonly channel?: { readonly id: string };
  readonly playback?: { readonly target_uri: string };
}

/** Baseline: the least that calls under ARI's control cost: three requests a call, no book, no checks, no records. */
export class BareAriDriver implements CallDriver {
  private readonly pool: Pool;
  private readonly authorization: string;
  private readonly orderedAt = new Map<string, number>();
  private setupMs: number[] = [];
  private refused = 0;
  private open = true;

  private constructor(
    private readonly lab: Lab,
    private readonly application: string,
    private readonly socket: WebSocket,
  ) {
    const { url, user, password } = lab.ari;
    this.pool = new Pool(new URL(url).origin, { connections: CONNECTIONS, pipelining: 1 });
    this.authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    socket.on('message', (data: Buffer) => this.handle(JSON.parse(data.toString()) as AriEvent));
    socket.on('error', () => undefined);
  }

  static async open(lab: Lab): Promise<BareAriDriver> {
    const { url, user, password } = lab.ari;
    const application = 'bench';
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/events?app=${application}&api_key=${user}:${password}`,
      { handshakeTimeout: 5_000 },
    );
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const driver = new BareAriDriver(lab, application, socket);
    await driver.request('PUT', `/applications/${application}/eventFilter`, {
      allowed: EVENTS.map((type) => ({ type })),
    });
    return driver;
  }

  place(number: string): void {
    const channelId = randomUUID();
    this.orderedAt.set(channelId, performance.now());
    const order = {
      endpoint: `PJSIP/${number}@${this.lab.trunk}`,
      app: this.application,
      channelId,
      callerId: '95598',
      timeout: 20,
    };
    this.request('POST', '/channels', order).catch(() => {
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

  async close(): Promise<void> {
    this.open = false;
    this.socket.terminate();
    await this.pool.destroy();
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
    this.request(method, path, body).catch(() => undefined);
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
