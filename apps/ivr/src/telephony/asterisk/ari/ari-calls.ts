import { CallGone, OriginateRefused, type LiveCall, type OriginateOrder } from '../../telephony.port';
import { ARI_EVENT_TYPES, asRecord, decodeAriChannel, strings } from './ari-event';
import { AriHttp, AriUnanswered, type AriResponse } from './ari-http';

/** First Stasis argument of a call that we placed, whoever of us is connected when it is answered. */
export const OUTBOUND = 'outbound';

/** ARI answered with a status that we have no use for. */
export class AriRejected extends Error {
  constructor(
    what: string,
    readonly status: number,
    body: unknown,
  ) {
    super(`${what}: ARI answered ${status} ${JSON.stringify(body ?? '')}`);
    this.name = 'AriRejected';
  }
}

/** Call control as requests to one node's ARI, for the calls of Stasis application `app`. */
export class AriCalls {
  constructor(
    private readonly http: AriHttp,
    private readonly app: string,
  ) {}

  /** @throws OriginateRefused */
  async originate(order: OriginateOrder): Promise<void> {
    let response: AriResponse;
    try {
      response = await this.http.request('POST', '/channels', {
        endpoint: `PJSIP/${order.number}@${order.trunk}`,
        app: this.app,
        appArgs: OUTBOUND,
        channelId: order.callId,
        callerId: order.callerId,
        timeout: order.ringSeconds,
        variables: {
          'CHANNEL(accountcode)': this.app,
          ...(order.reference === undefined ? {} : { 'CDR(userfield)': order.reference }),
        },
      });
    } catch (cause) {
      const sent = !(cause instanceof AriUnanswered) || cause.sent;
      throw new OriginateRefused(
        sent ? 'unknown-state' : 'unreachable',
        `call ${order.callId}: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    }
    if (response.status === 200) return;
    if (response.status === 409) {
      throw new OriginateRefused('already-live', `call ${order.callId} lives already`);
    }
    const cause = new AriRejected('originate', response.status, response.body);
    throw new OriginateRefused('refused', `call ${order.callId}: ${cause.message}`, { cause });
  }

  /** @throws CallGone, AriRejected, AriUnanswered */
  async play(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const path = `${channel(callId)}/play/${encodeURIComponent(playbackId)}`;
    const response = await this.http.request('POST', path, { media });
    if (response.status === 404) throw new CallGone(callId);
    accept('play', response, 201);
  }

  async stopPlayback(playbackId: string): Promise<void> {
    const path = `/playbacks/${encodeURIComponent(playbackId)}`;
    accept('stop playback', await this.http.requestAgain('DELETE', path), 204, 404);
  }

  /** @throws CallGone, AriRejected, AriUnanswered */
  async answer(callId: string): Promise<void> {
    const response = await this.http.requestAgain('POST', `${channel(callId)}/answer`);
    if (response.status === 404) throw new CallGone(callId);
    accept('answer', response, 204);
  }

  /** Sends digits one after another, a second after the answer; what is played next waits for them. */
  async sendDigits(callId: string, dtmf: string): Promise<void> {
    const body = { dtmf, before: 1_000, between: 100, duration: 160 };
    const response = await this.http.request('POST', `${channel(callId)}/dtmf`, body);
    if (response.status === 404) throw new CallGone(callId);
    accept('send digits', response, 204);
  }

  async hangUp(callId: string): Promise<void> {
    accept('hang up', await this.http.requestAgain('DELETE', channel(callId)), 204, 404);
  }

  /** What is subscribed to our application and alive: our calls, whichever process placed them. */
  async liveCalls(): Promise<readonly LiveCall[]> {
    const [application, channels] = await Promise.all([
      this.http.requestAgain('GET', `/applications/${encodeURIComponent(this.app)}`),
      this.http.requestAgain('GET', '/channels'),
    ]);
    accept('list calls', application, 200, 404);
    accept('list channels', channels, 200);
    const ours = new Set(strings(asRecord(application.body)['channel_ids']));
    const all: readonly unknown[] = Array.isArray(channels.body) ? channels.body : [];
    return all
      .map((raw) => decodeAriChannel('channel list', raw))
      .filter(({ id }) => ours.has(id))
      .map(({ id, up, createdAt }) => ({ callId: id, answered: up, startedAt: new Date(createdAt) }));
  }

  /** Lets only the events through that we use; the PBX need not write the others. */
  async filterEvents(): Promise<void> {
    const path = `/applications/${encodeURIComponent(this.app)}/eventFilter`;
    const allowed = ARI_EVENT_TYPES.map((type) => ({ type }));
    accept('filter events', await this.http.requestAgain('PUT', path, { allowed }), 200);
  }

  /** A call through core and dialplan into our application; see `canary.ts`. */
  async originateCanary(callId: string, argument: string, seconds: number): Promise<void> {
    const body = {
      endpoint: 'Local/s@canary/n',
      app: this.app,
      appArgs: argument,
      channelId: callId,
      timeout: seconds,
      variables: { 'CDR_PROP(disable)': '1' },
    };
    accept('canary', await this.http.request('POST', '/channels', body), 200);
  }
}

function channel(callId: string): string {
  return `/channels/${encodeURIComponent(callId)}`;
}

function accept(what: string, response: AriResponse, ...statuses: readonly number[]): void {
  if (!statuses.includes(response.status)) throw new AriRejected(what, response.status, response.body);
}
