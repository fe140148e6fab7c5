import { HELLO_FILE, KEY_LEAD_MS, KEY_MS } from './scenario';

export interface KeyPress {
  /** Milliseconds from the answer, or the key before it, to this key; within the audio 600 at least, and 750 from key to key. */
  readonly afterMs: number;
  readonly key: string;
  /** `rfc4733` (default): an event within the audio. `info`: a SIP INFO with application/dtmf-relay. */
  readonly via?: 'rfc4733' | 'info';
}

export interface IncomingCall {
  /** The caller's number; empty withholds it. */
  readonly from: string;
  /** The number called, as the trunk delivers it. */
  readonly to: string;
  readonly keys?: readonly KeyPress[];
  /** Seconds after the answer (and the keys) until the caller hangs up. Default 30. */
  readonly seconds?: number;
  /** Seconds that the caller waits for an answer, counted anew when it begins to ring. Default 20. */
  readonly ringSeconds?: number;
  /** Times that the caller says its 0.8 s hello after the answer. Default 1; then only silence is sent. */
  readonly hellos?: number;
}

/** CANCEL, and the ACK of a refusal, belong to the INVITE's transaction. */
const INVITE_BRANCH = 'z9hG4bK-[pid]-invite';
const SAFE = /^[+0-9a-zA-Z*#-]*$/;
const log = (event: string, detail = '') =>
  `<log message="[timestamp] ${event} caller [call_id]${detail && ` ${detail}`}"/>`;
const stats = '<rtp_stats assign_to="packets"/>';

/** The INVITE was the first request, and each INFO is one more. */
const infoCseq = (keys: readonly KeyPress[], index: number) =>
  2 + keys.slice(0, index).filter(({ via }) => via === 'info').length;
/** An event within the audio is known only at its end; an INFO at once. */
const leadOf = ({ via }: KeyPress) => (via === 'info' ? 0 : KEY_LEAD_MS);
/** sipp ends an event that it still plays when the next begins. */
const EVENT_MS = KEY_LEAD_MS + KEY_MS + 50;

/** Milliseconds from the begin of the press before (or the answer) to the begin of this one. */
function waitBefore(keys: readonly KeyPress[], index: number): number {
  const [before, key] = [keys[index - 1], keys[index]];
  if (!key) return 0;
  const wait = (before ? leadOf(before) : 0) + key.afterMs - leadOf(key);
  return Math.max(before && leadOf(before) > 0 ? EVENT_MS : 1, wait);
}
const infoBody = (key: string) => `      Content-Type: application/dtmf-relay
      Content-Length: [len]

      Signal=${key}
      Duration=160`;

/** The scenario of one caller. @throws RangeError when a number or key is none. */
export function callerScenario({
  from,
  to,
  keys = [],
  seconds = 30,
  ringSeconds = 20,
  hellos = 1,
}: IncomingCall): string {
  for (const word of [from, to, ...keys.map(({ key }) => key)]) {
    if (!SAFE.test(word)) throw new RangeError(`"${word}" is no telephone number or key`);
  }
  const identity = from === '' ? '"Anonymous" <sip:anonymous@anonymous.invalid>' : `<sip:${from}@[local_ip]>`;
  const request = (method: string, cseq: string, tag: string, rest: string, branch = '[branch]') => `<![CDATA[
      ${method} sip:${to}@[remote_ip]:[remote_port] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=${branch}
      From: ${identity};tag=[pid]-[call_number]
      To: <sip:${to}@[remote_ip]:[remote_port]>${tag}
      Call-ID: [call_id]
      CSeq: ${cseq}
      Contact: <sip:${from || 'anonymous'}@[local_ip]:[local_port]>
      Max-Forwards: 70
${rest}
  ]]>`;
  const listenFor = (ms: number, then: string) =>
    `<recv request="BYE" timeout="${ms}" ontimeout="${then}" next="bye"><action>${stats}</action></recv>`;
  const byInfo = keys.filter(({ via }) => via === 'info').length;
  const press = ({ key, via }: KeyPress, index: number) =>
    via === 'info'
      ? `<send retrans="500">${request('INFO', `${infoCseq(keys, index)} INFO`, '[peer_tag_param]', infoBody(key))}</send>
<recv response="200"/>
<nop><action>${log('PRESSED', key)}</action></nop>`
      : `<nop><action><exec play_dtmf="${key},${KEY_MS},101"/>${log('PRESSED', key)}</action></nop>`;
  const patience = `timeout="${ringSeconds * 1000}" ontimeout="give-up"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="caller">
<send retrans="500">${request(
    'INVITE',
    '1 INVITE',
    '',
    `      Content-Type: application/sdp
      Content-Length: [len]

      v=0
      o=caller 1 1 IN IP[local_ip_type] [local_ip]
      s=-
      c=IN IP[media_ip_type] [media_ip]
      t=0 0
      m=audio [rtpstream_audio_port] RTP/AVP 8 101
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=ptime:20`,
    INVITE_BRANCH,
  )}</send>
<label id="wait"/>
<recv response="100" optional="true" next="wait" ${patience}/>
<recv response="180" optional="true" next="wait" ${patience}/>
<recv response="183" optional="true" next="wait" ${patience}/>
<recv response="[3-6][0-9][0-9]" regexp_match="true" optional="true" next="refused" ${patience}>
<action><ereg regexp="SIP/2.0 ([0-9]+)" search_in="msg" assign_to="whole,status"/></action></recv>
<recv response="200" ${patience}>
<action>${log('ANSWERED')}</action></recv>
<send>${request('ACK', '1 ACK', '[peer_tag_param]', '      Content-Length: 0')}</send>
<nop><action><exec rtp_stream="${HELLO_FILE},${hellos},8,PCMA/8000"/></action></nop>
${keys
  .map(
    (keyPress, index) => `${listenFor(waitBefore(keys, index), `key${index}`)}
<label id="key${index}"/>
${press(keyPress, index)}`,
  )
  .join('\n')}
${listenFor(seconds * 1000, 'hang-up')}
<label id="hang-up"/>
<nop><action>${stats}${log('HUNG-UP', '[$packets]')}</action></nop>
<send retrans="500">${request('BYE', `${byInfo + 2} BYE`, '[peer_tag_param]', '      Content-Length: 0')}</send>
<recv response="200" next="end"/>
<label id="bye"/>
<nop><action>${log('BYE', '[$packets]')}</action></nop>
<send next="end"><![CDATA[
      SIP/2.0 200 OK
      [last_Via:]
      [last_From:]
      [last_To:]
      [last_Call-ID:]
      [last_CSeq:]
      Content-Length: 0
  ]]></send>
<label id="refused"/>
<nop><action>${log('REFUSED', '[$status]')}</action></nop>
<send next="end">${request('ACK', '1 ACK', '[peer_tag_param]', '      Content-Length: 0', INVITE_BRANCH)}</send>
<label id="give-up"/>
<nop><action>${log('GAVE-UP')}</action></nop>
<send>${request('CANCEL', '1 CANCEL', '', '      Content-Length: 0', INVITE_BRANCH)}</send>
<recv response="200" timeout="5000" ontimeout="end"/>
<recv response="487" timeout="5000" ontimeout="end"/>
<send>${request('ACK', '1 ACK', '[peer_tag_param]', '      Content-Length: 0', INVITE_BRANCH)}</send>
<label id="end"/>
<nop/>
<Reference variables="whole"/>
</scenario>
`;
}
