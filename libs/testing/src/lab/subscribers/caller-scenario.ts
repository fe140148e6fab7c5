import { HELLO_FILE, KEY_LEAD_MS, KEY_MS } from './scenario';

export interface KeyPress {
  /** Milliseconds from the answer, or the key before it, to this key; within the audio 600 at least, and 750 from key to key. */
  readonly afterMs: number;
  readonly key: string;
  /**
   * `rfc4733` (default): an event within the audio. `info`: a SIP INFO with application/dtmf-relay. Sipp's events come
   * from another port than its hello: Asterisk hears them only if the first comes within 5 s of the answer.
   */
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
  /** Seconds that the caller waits for an answer, counted anew when it begins to ring. Default 20; may be a fraction. */
  readonly ringSeconds?: number;
  /** Times that the caller says its 0.8 s hello after the answer. Default 1; then only silence is sent. */
  readonly hellos?: number;
}

/** CANCEL, and the ACK of a refusal, belong to the INVITE's transaction. */
const INVITE_BRANCH = 'z9hG4bK-[pid]-[call_number]-invite';
const SAFE = /^[+0-9a-zA-Z*#-]*$/;
const log = (event: string, detail = '') =>
  `<log message="[timestamp] ${event} caller [call_id]${detail && ` ${detail}`}"/>`;
const stats = '<rtp_stats assign_to="packets"/>';
const NO_BODY = '      Content-Length: 0';
const SDP = `      Content-Type: application/sdp
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
      a=ptime:20`;

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

/** Checks that nothing of it breaks out of a scenario. @throws RangeError when a number or key is none */
export function checkCall({ from, to, keys = [] }: IncomingCall): void {
  for (const word of [from, to, ...keys.map(({ key }) => key)]) {
    if (!SAFE.test(word)) throw new RangeError(`"${word}" is no telephone number or key`);
  }
}

export const identityOf = (number: string) =>
  number === '' ? '"Anonymous" <sip:anonymous@anonymous.invalid>' : `<sip:${number}@[local_ip]>`;

export interface StepsOptions {
  /** What From tells. */
  readonly identity: string;
  /** Labels begin with it. */
  readonly id?: string;
  /** Whether the caller notes four times a second how much it has heard. */
  readonly attentive?: boolean;
}

const ATTENTION_MS = 250;

/** The steps of one caller's call up to the label `end`, which follows them. */
export function callerSteps(call: Omit<IncomingCall, 'from'>, options: StepsOptions): string {
  const { to, keys = [], seconds = 30, ringSeconds = 20, hellos = 1 } = call;
  const { identity, id = '', attentive = false } = options;
  const request = (method: string, cseq: string, tag: string, rest: string, branch = '[branch]') => `<![CDATA[
      ${method} sip:${to}@[remote_ip]:[remote_port] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=${branch}
      From: ${identity};tag=[pid]-[call_number]
      To: <sip:${to}@[remote_ip]:[remote_port]>${tag}
      Call-ID: [call_id]
      CSeq: ${cseq}
      Contact: <sip:caller@[local_ip]:[local_port]>
      Max-Forwards: 70
${rest}
  ]]>`;
  const peer = '[peer_tag_param]';
  const ack = (attributes = '', branch?: string) =>
    `<send${attributes}>${request('ACK', '1 ACK', peer, NO_BODY, branch)}</send>`;
  const recvBye = (ms: number, then: string) =>
    `<recv request="BYE" timeout="${Math.max(1, Math.round(ms))}" ontimeout="${id}${then}" next="${id}bye"><action>${stats}</action></recv>`;
  const listenFor = (ms: number, then: string) =>
    attentive && ms > ATTENTION_MS
      ? `<nop><action><assign assign_to="left" value="${Math.round(ms / ATTENTION_MS)}"/></action></nop>
<label id="${id}${then}-on"/>
${recvBye(ATTENTION_MS, `${then}-heard`)}
<label id="${id}${then}-heard"/>
<nop><action>${stats}${log('HEARD', '[$packets]')}<subtract assign_to="left" value="1"/>
<test assign_to="more" variable="left" compare="greater_than" value="0"/></action></nop>
<nop next="${id}${then}-on" test="more"/>`
      : recvBye(ms, then);
  const bye = (cseq: number) =>
    `<send retrans="500">${request('BYE', `${cseq} BYE`, peer, NO_BODY)}</send>
<recv response="200" timeout="5000" ontimeout="end" next="end"/>`;
  const byInfo = keys.filter(({ via }) => via === 'info').length;
  const press = ({ key, via }: KeyPress, index: number) =>
    via === 'info'
      ? `<send retrans="500">${request('INFO', `${infoCseq(keys, index)} INFO`, peer, infoBody(key))}</send>
<recv request="BYE" optional="true" next="${id}bye"><action>${stats}</action></recv>
<recv response="[2-6][0-9][0-9]" regexp_match="true"/>
<nop><action>${log('PRESSED', key)}</action></nop>`
      : `<nop><action><exec play_dtmf="${key},${KEY_MS},101"/>${log('PRESSED', key)}</action></nop>`;
  const patience = `timeout="${Math.max(1, Math.round(ringSeconds * 1000))}" ontimeout="${id}give-up"`;
  return `<send retrans="500">${request('INVITE', '1 INVITE', '', SDP, INVITE_BRANCH)}</send>
<label id="${id}wait"/>
<recv response="100" optional="true" next="${id}wait" ${patience}/>
<recv response="180" optional="true" next="${id}wait" ${patience}><action>${log('RINGING')}</action></recv>
<recv response="183" optional="true" next="${id}wait" ${patience}/>
<recv response="[3-6][0-9][0-9]" regexp_match="true" optional="true" next="${id}refused" ${patience}>
<action><ereg regexp="SIP/2.0 ([0-9]+)" search_in="msg" assign_to="whole,status"/></action></recv>
<recv response="200" ${patience}>
<action>${log('ANSWERED')}</action></recv>
${ack()}
<nop><action><exec rtp_stream="${HELLO_FILE},${hellos},8,PCMA/8000"/></action></nop>
${keys
  .map(
    (keyPress, index) => `${listenFor(waitBefore(keys, index), `key${index}`)}
<label id="${id}key${index}"/>
${press(keyPress, index)}`,
  )
  .join('\n')}
${listenFor(seconds * 1000, 'hang-up')}
<label id="${id}hang-up"/>
<nop><action>${stats}${log('HUNG-UP', '[$packets]')}</action></nop>
${bye(byInfo + 2)}
<label id="${id}bye"/>
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
<label id="${id}refused"/>
<nop><action>${log('REFUSED', '[$status]')}</action></nop>
${ack(' next="end"', INVITE_BRANCH)}
<label id="${id}give-up"/>
<nop><action>${log('GAVE-UP')}</action></nop>
<send>${request('CANCEL', '1 CANCEL', '', NO_BODY, INVITE_BRANCH)}</send>
<label id="${id}cancelling"/>
<recv response="487" optional="true" next="${id}cancelled" timeout="5000" ontimeout="end"/>
<recv response="481" optional="true" next="${id}cancelling" timeout="5000" ontimeout="end"/>
<recv response="200" timeout="5000" ontimeout="end">
<action><ereg regexp="INVITE" search_in="hdr" header="CSeq:" assign_to="late"/></action></recv>
<nop next="${id}late" test="late"/>
<nop next="${id}cancelling"/>
<label id="${id}cancelled"/>
${ack(' next="end"', INVITE_BRANCH)}
<label id="${id}late"/>
${ack()}
${bye(2)}`;
}

/** The scenario of one caller. @throws RangeError when a number or key is none. */
export function callerScenario(call: IncomingCall): string {
  checkCall(call);
  return scenarioOf([callerSteps(call, { identity: identityOf(call.from) })]);
}

/** Steps, each ending with a jump to `end`, as a scenario. */
export function scenarioOf(steps: readonly string[], variables: readonly string[] = []): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="caller">
${steps.join('\n')}
<label id="end"/>
<nop/>
<Reference variables="${['whole', ...variables].join(',')}"/>
</scenario>
`;
}
