import { CallElsewhere, CallGone } from '../../telephony.port';
import type { AriResponse } from './ari-http';

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

export function channelPath(callId: string): string {
  return `/channels/${encodeURIComponent(callId)}`;
}

/** @throws AriRejected */
export function accept(what: string, response: AriResponse, ...statuses: readonly number[]): void {
  if (!statuses.includes(response.status)) throw new AriRejected(what, response.status, response.body);
}

/** For orders to a channel: 404 says that it is gone, 409 that it is not in Stasis. @throws CallGone, CallElsewhere, AriRejected */
export function acceptFor(
  callId: string,
  what: string,
  response: AriResponse,
  ...statuses: readonly number[]
): void {
  if (response.status === 404) throw new CallGone(callId);
  if (response.status === 409) throw new CallElsewhere(callId);
  accept(what, response, ...statuses);
}
