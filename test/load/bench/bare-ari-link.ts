import type { Lab } from '@switchyard/testing';
import { Pool } from 'undici';
import WebSocket from 'ws';

const CONNECTIONS = 16;

/** The least that control by ARI takes: one socket for the events that a baseline must know, and kept-alive requests. */
export class BareAriLink {
  private readonly pool: Pool;
  private readonly authorization: string;
  private open = true;

  private constructor(
    { url, user, password }: Lab['ari'],
    private readonly socket: WebSocket,
  ) {
    this.pool = new Pool(new URL(url).origin, { connections: CONNECTIONS, pipelining: 1 });
    this.authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    socket.on('error', () => undefined);
  }

  /** The PBX need not write other events than `events`. */
  static async open(ari: Lab['ari'], application: string, events: readonly string[]): Promise<BareAriLink> {
    const { url, user, password } = ari;
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/events?app=${application}&api_key=${user}:${password}`,
      { handshakeTimeout: 5_000 },
    );
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const link = new BareAriLink(ari, socket);
    await link.request('PUT', `/applications/${application}/eventFilter`, {
      allowed: events.map((type) => ({ type })),
    });
    return link;
  }

  onEvent<Event>(handle: (event: Event) => void): void {
    this.socket.on('message', (data: Buffer) => handle(JSON.parse(data.toString()) as Event));
  }

  async close(): Promise<void> {
    this.open = false;
    this.socket.terminate();
    await this.pool.destroy();
  }

  async request(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<void> {
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
