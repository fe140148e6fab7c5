import type { EnqueueOrder, RecordingLimits } from '../../telephony.port';
import type { AriHttp } from './ari-http';
import { accept, acceptFor, AriRejected, channelPath } from './ari-reply';

/** Event sources named in one request; ARI takes bodies of 40 kB at most. */
const WATCHED_AT_ONCE = 200;

/** What callers need beyond talking with them: the queue, recordings, time; as requests to one node's ARI. */
export class AriCallers {
  constructor(
    private readonly http: AriHttp,
    private readonly app: string,
  ) {}

  /**
   * Tells the application of these channels to their end, wherever they go.
   * @returns those that are gone already
   */
  async watch(callIds: readonly string[]): Promise<readonly string[]> {
    if (callIds.length === 0) return [];
    const now = callIds.slice(0, WATCHED_AT_ONCE);
    const [gone, goneLater] = [await this.watchSome(now), await this.watch(callIds.slice(now.length))];
    return [...gone, ...goneLater];
  }

  /** Variables for the dialplan, all by one request. @throws CallGone, CallElsewhere */
  async setVariables(callId: string, variables: Readonly<Record<string, string>>): Promise<void> {
    const names = Object.keys(variables);
    const values = Object.values(variables);
    const [variable = '', value = ''] =
      names.length === 1 ? [names[0], values[0]] : [`ARRAY(${names.join(',')})`, values.join(',')];
    const response = await this.http.requestAgain('POST', `${channelPath(callId)}/variable`, {
      variable,
      value,
    });
    acceptFor(callId, `set ${names.join(', ')}`, response, 204);
  }

  /** Goes on in the dialplan once what plays has ended. @throws CallGone, CallElsewhere */
  async goOn(callId: string, context: string, extension: string): Promise<void> {
    const body = { context, extension, priority: 1 };
    const response = await this.http.request('POST', `${channelPath(callId)}/continue`, body);
    acceptFor(callId, `continue in ${context}`, response, 204);
  }

  /** @throws CallGone, CallElsewhere; AriRejected also when there is such a file */
  async record(callId: string, name: string, limits: RecordingLimits): Promise<void> {
    const response = await this.http.request('POST', `${channelPath(callId)}/record`, {
      name,
      format: 'wav',
      ifExists: 'fail',
      maxDurationSeconds: limits.maxSeconds,
      maxSilenceSeconds: limits.maxSilenceSeconds,
      terminateOn: limits.endKey ?? 'none',
      beep: limits.beep ?? false,
    });
    // 409 says here that the name is taken, and that the channel is not in Stasis.
    if (response.status === 409 && JSON.stringify(response.body).includes('already')) {
      throw new AriRejected('record', response.status, response.body);
    }
    acceptFor(callId, 'record', response, 201);
  }

  /** Nothing to stop is no error: 404 says that it is over, 409 that it still waits behind what plays, to be stopped once it has begun. */
  async stopRecording(name: string): Promise<void> {
    const path = `/recordings/live/${encodeURIComponent(name)}/stop`;
    accept('stop recording', await this.http.requestAgain('POST', path), 204, 404, 409);
  }

  private async watchSome(callIds: readonly string[]): Promise<readonly string[]> {
    if (await this.subscribe(callIds)) return [];
    if (callIds.length === 1) return callIds;
    // One that is gone spoils the request for all.
    const gone = await Promise.all(callIds.map((callId) => this.watchSome([callId])));
    return gone.flat();
  }

  private async subscribe(callIds: readonly string[]): Promise<boolean> {
    const eventSource = callIds.map((callId) => `channel:${callId}`);
    const path = `/applications/${encodeURIComponent(this.app)}/subscription`;
    const response = await this.http.requestAgain('POST', path, { eventSource });
    accept('subscribe', response, 200, 422);
    return response.status === 200;
  }
}

/** What the dialplan's context `agent-queue` reads; see deploy/asterisk. */
export function queueVariables(order: EnqueueOrder): Readonly<Record<string, string>> {
  return {
    QUEUE_PRIO: String(order.priority),
    QUEUE_LANGUAGE: order.language === 'en' ? 'en' : 'zh',
    QUEUE_MAX_WAIT: String(order.maxWaitSeconds),
    QUEUE_ANNOUNCE_RECORDING: order.announceRecording ? '1' : '0',
    QUEUE_RECORDING: order.recordingName ?? '',
    ...order.variables,
  };
}
