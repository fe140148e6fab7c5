/** A caller's call as the caller saw it. Times in milliseconds since the epoch. */
export interface CrowdCall {
  readonly from: string;
  readonly begunAt: number;
  readonly answeredAt?: number;
  /** When it had heard more than before, asked four times a second since the answer; empty unless the crowd is attentive. */
  readonly heardAt: readonly number[];
  /** Undefined while it lives. */
  readonly endedAt?: number;
  readonly end?: 'refused' | 'not-answered' | 'pbx-hung-up' | 'caller-hung-up';
  readonly status?: number;
  /** Keys pressed so far. */
  readonly keys: string;
  /** What happened, for people: time, event, detail. */
  readonly timeline: readonly string[];
}

const ENDS: Readonly<Record<string, CrowdCall['end']>> = {
  REFUSED: 'refused',
  'GAVE-UP': 'not-answered',
  BYE: 'pbx-hung-up',
  'HUNG-UP': 'caller-hung-up',
};

type Draft = { -readonly [Property in keyof CrowdCall]: CrowdCall[Property] } & {
  heardAt: number[];
  timeline: string[];
  packets: number;
};

/** Reads sipp's own log, `TIME EVENT caller CALL-ID [DETAIL]` a line, by the callers' numbers. */
export function parseCrowdLog(log: string): Map<string, CrowdCall> {
  const calls = new Map<string, Draft>();
  for (const line of log.slice(0, log.lastIndexOf('\n') + 1).split('\n')) {
    const [time = '', event = '', , callId, detail = ''] = line.split(' ');
    if (callId === undefined) continue;
    const at = Date.parse(time);
    if (event === 'CALLS') {
      calls.set(callId, { from: detail, begunAt: at, keys: '', heardAt: [], timeline: [], packets: 0 });
    }
    const call = calls.get(callId);
    if (call) note(call, event, at, detail);
    if (event !== 'HEARD') call?.timeline.push(`${time} ${event} ${detail}`.trimEnd());
  }
  return new Map([...calls.values()].map(({ packets: _, ...call }) => [call.from, call]));
}

function note(call: Draft, event: string, at: number, detail: string): void {
  if (event === 'ANSWERED') call.answeredAt = at;
  else if (event === 'PRESSED') call.keys += detail;
  else if (event === 'HEARD') {
    const packets = Number(detail);
    if (packets > call.packets) call.heardAt.push(at);
    call.packets = packets;
  }
  const end = ENDS[event];
  if (!end || call.end) return;
  Object.assign(call, { end, endedAt: at, ...(end === 'refused' ? { status: Number(detail) } : {}) });
}
