import { Agent } from 'undici';
import WebSocket from 'ws';

import type { Lab } from './lab-handle';
import { waitFor } from './process/wait-for';

/** As much of ARI's event as the tests look at. */
export interface AriEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly args?: readonly string[];
  readonly channel?: {
    readonly id: string;
    readonly state: string;
    readonly caller: { readonly number: string };
    readonly dialplan: { readonly exten: string };
  };
  readonly peer?: { readonly id: string };
  readonly playback?: { readonly id: string; readonly target_uri: string; readonly state: string };
  readonly dialstatus?: string;
  readonly cause?: number;
  readonly tech_cause?: number;
  readonly digit?: string;
}

/** ARI with nothing in between: what the PBX says, for tests of the lab and as a yardstick. */
export class BareAri {
  /** Everything that came since the connection was opened. */
  readonly events: AriEvent[] = [];
  private readonly listeners = new Set<(event: AriEvent) => void>();
  private readonly agent = new Agent({ connections: 16, pipelining: 1 });

  private constructor(
    private readonly lab: Lab,
    private readonly socket: WebSocket,
  ) {
    socket.on('message', (data: Buffer) => {
      const event = JSON.parse(data.toString()) as AriEvent;
      this.events.push(event);
      for (const listener of this.listeners) listener(event);
    });
  }

  /** Opens the Stasis application of the lab's node. */
  static async connect(lab: Lab, application = lab.node): Promise<BareAri> {
    const { url, user, password } = lab.ari;
    const address = `${url.replace('http', 'ws')}/events?app=${application}&api_key=${user}:${password}`;
    const socket = new WebSocket(address, { handshakeTimeout: 5000 });
    const ari = new BareAri(lab, socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    socket.on('error', () => undefined);
    return ari;
  }

  onEvent(listener: (event: AriEvent) => void): void {
    this.listeners.add(listener);
  }

  /** @returns the answer's status and body; `path` begins with a slash. */
  async request(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    query: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; body: unknown }> {
    const { url, user, password } = this.lab.ari;
    const answer = await this.agent.request({
      origin: new URL(url).origin,
      path: `/ari${path}?${new URLSearchParams(query).toString()}`,
      method,
      headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Dials through the trunk. @throws Error when Asterisk refuses the order. */
  async originate(channelId: string, number: string, ringSeconds = 20): Promise<void> {
    const { status, body } = await this.request('POST', `/channels/${channelId}`, {
      endpoint: `PJSIP/${number}@${this.lab.trunk}`,
      app: this.lab.node,
      callerId: '95598',
      timeout: String(ringSeconds),
    });
    if (status !== 200) throw new Error(`originate ${number}: ${status} ${JSON.stringify(body)}`);
  }

  async hangUp(channelId: string): Promise<void> {
    await this.request('DELETE', `/channels/${channelId}`);
  }

  /** Events about that channel. */
  of(channelId: string): AriEvent[] {
    return this.events.filter(
      ({ channel, peer, playback }) =>
        channel?.id === channelId ||
        peer?.id === channelId ||
        playback?.target_uri === `channel:${channelId}`,
    );
  }

  /** The first event that fits, come or to come. */
  async waitForEvent(
    what: string,
    fits: (event: AriEvent) => boolean,
    timeoutMs = 10_000,
  ): Promise<AriEvent> {
    let found: AriEvent | undefined;
    await waitFor(what, () => (found = this.events.find(fits)) !== undefined, timeoutMs, 10);
    if (!found) throw new Error(what);
    return found;
  }

  async close(): Promise<void> {
    this.socket.terminate();
    await this.agent.close();
  }
}
