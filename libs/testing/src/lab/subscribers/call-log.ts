/** One call as the subscriber's side saw it. Times are milliseconds since the epoch. */
export interface ReceivedCall {
  /** The called number, as in the request URI. */
  readonly number: string;
  /** The caller's number, as in From. */
  readonly from: string;
  /** SIP Call-ID; it is not the channel's id. */
  readonly sipCallId: string;
  readonly invitedAt: number;
  readonly answeredAt?: number;
  /** Undefined while the call lives (or when the subscribers were killed under it). */
  readonly endedAt?: number;
  readonly end?: 'refused' | 'cancelled' | 'pbx-hung-up' | 'subscriber-hung-up';
  /** SIP status of a refusal. */
  readonly status?: number;
  /** Keys pressed. */
  readonly keys: string;
  /** Seconds of audio that came from the PBX, counted in packets of 20 ms when the call ends. */
  readonly heardSeconds?: number;
}

const PACKET_SECONDS = 0.02;

type Draft = { -readonly [Property in keyof ReceivedCall]: ReceivedCall[Property] };

/** Reads sipp's own log: `TIME EVENT NUMBER CALL-ID [DETAIL]` a line. A line still being written is left out. */
export function parseCallLog(log: string): ReceivedCall[] {
  const calls = new Map<string, Draft>();
  for (const line of log.slice(0, log.lastIndexOf('\n') + 1).split('\n')) {
    const [time = '', event, number = '', sipCallId = '', detail = ''] = line.split(' ');
    const at = Date.parse(time);
    if (event === 'INVITE') {
      calls.set(sipCallId, { number, from: detail, sipCallId, invitedAt: at, keys: '' });
      continue;
    }
    const call = calls.get(sipCallId);
    if (call) record(call, event ?? '', at, detail);
  }
  return [...calls.values()];
}

function record(call: Draft, event: string, at: number, detail: string): void {
  switch (event) {
    case 'ANSWERED':
      call.answeredAt = at;
      return;
    case 'PRESSED':
      call.keys += detail;
      return;
    case 'HELD':
    case 'RESUMED':
      return;
    case 'REFUSED':
      Object.assign(call, { endedAt: at, end: 'refused', status: Number(detail) });
      return;
    case 'CANCELLED':
      Object.assign(call, { endedAt: at, end: 'cancelled' });
      return;
    case 'BYE':
      Object.assign(call, { endedAt: at, end: 'pbx-hung-up', heardSeconds: heard(detail) });
      return;
    case 'HUNG-UP':
      Object.assign(call, { endedAt: at, end: 'subscriber-hung-up', heardSeconds: heard(detail) });
      return;
    default:
      throw new Error(`unknown event in the subscribers' log: ${event}`);
  }
}

function heard(packets: string): number {
  return Math.round((Number(packets) || 0) * PACKET_SECONDS * 100) / 100;
}
