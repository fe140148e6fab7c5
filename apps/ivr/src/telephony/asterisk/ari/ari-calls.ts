import { setTimeout as sleep } from 'node:timers/promises';
import { OriginateRefused, type LiveCall, type OriginateOrder } from '../../telephony.port';
import { OUTBOUND } from '../stasis-entry';
import { ARI_EVENT_TYPES } from './ari-event';
import { AriHttp, AriUnanswered, type AriResponse } from './ari-http';
import { accept, acceptFor, AriRejected, channelPath } from './ari-reply';
import { listCalls } from './list-calls';

/** Milliseconds that the beginning of a playback may take, and how often it is waited for. */
const BEGINNING_MS = 20;
const STOP_TRIES = 5;

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

  /** @throws CallGone, CallElsewhere, AriRejected, AriUnanswered */
  async play(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const path = `${channelPath(callId)}/play/${encodeURIComponent(playbackId)}`;
    const response = await this.http.request('POST', path, { media });
    acceptFor(callId, 'play', response, 201);
  }

  /**
   * The PBX says 500 while it is just beginning to play: it is asked again until that plays, and stops, or is over.
   * @throws AriRejected, AriUnanswered
   */
  async stopPlayback(playbackId: string): Promise<void> {
    const path = `/playbacks/${encodeURIComponent(playbackId)}`;
    for (let tries = STOP_TRIES; ; tries--) {
      const response = await this.http.requestAgain('DELETE', path);
      if (response.status !== 500 || tries === 1) return accept('stop playback', response, 204, 404);
      await sleep(BEGINNING_MS);
    }
  }

  /** @throws CallGone, CallElsewhere, AriRejected, AriUnanswered */
  async ring(callId: string): Promise<void> {
    const response = await this.http.requestAgain('POST', `${channelPath(callId)}/ring`);
    acceptFor(callId, 'ring', response, 204);
  }

  /** @throws CallGone, CallElsewhere, AriRejected, AriUnanswered */
  async answer(callId: string): Promise<void> {
    const response = await this.http.requestAgain('POST', `${channelPath(callId)}/answer`);
    acceptFor(callId, 'answer', response, 204);
  }

  /** Sends digits one after another, a second after the answer; what is played next waits for them. */
  async sendDigits(callId: string, dtmf: string): Promise<void> {
    const body = { dtmf, before: 1_000, between: 100, duration: 160 };
    const response = await this.http.request('POST', `${channelPath(callId)}/dtmf`, body);
    acceptFor(callId, 'send digits', response, 204);
  }

  async hangUp(callId: string): Promise<void> {
    accept('hang up', await this.http.requestAgain('DELETE', channelPath(callId)), 204, 404);
  }

  /** Our calls, whichever process placed or took them. */
  async liveCalls(): Promise<readonly LiveCall[]> {
    const [application, channels] = await Promise.all([
      this.http.requestAgain('GET', `/applications/${encodeURIComponent(this.app)}`),
      this.http.requestAgain('GET', '/channels'),
    ]);
    accept('list calls', application, 200, 404);
    accept('list channels', channels, 200);
    return listCalls(this.app, application.body, channels.body);
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
