import { FATES, type Fate } from './fates';

/** File names that the scenario expects in its working directory. */
export const HELLO_FILE = 'hello.alaw';

/** sipp's play_dtmf sends 400 ms of filler and waits two key lengths before the key. */
export const KEY_MS = 100;
export const KEY_LEAD_MS = 400 + 2 * KEY_MS;
/** A listener that nobody hangs up on gives up. */
const PATIENCE_MS = 900_000;

const HEADERS = `
      [last_Via:]
      [last_From:]
      [last_To:];tag=[pid]-[call_number]
      [last_Call-ID:]
      [last_CSeq:]`;
const CONTACT = `
      Contact: <sip:[local_ip]:[local_port];transport=[transport]>`;
const SDP = `
      Content-Type: application/sdp
      Content-Length: [len]

      v=0
      o=subscriber 1 1 IN IP[local_ip_type] [local_ip]
      s=-
      c=IN IP[media_ip_type] [media_ip]
      t=0 0
      m=audio [rtpstream_audio_port] RTP/AVP 8 101
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=ptime:20`;
const NO_BODY = `
      Content-Length: 0`;

/** One line of the call log; `callLog()` reads them back. */
const log = (event: string, detail = '') =>
  `<log message="[timestamp] ${event} [$number] [call_id]${detail && ` ${detail}`}"/>`;
const stats = '<rtp_stats assign_to="packets"/>';
const action = (content: string) => `<nop><action>${content}</action></nop>`;
const label = (id: string) => `<label id="${id}"/>`;
const goto = (id: string) => `<nop next="${id}"/>`;

const respond = (status: string, body: string, attributes = '') =>
  `<send response_txn="invite"${attributes}><![CDATA[
      SIP/2.0 ${status}${HEADERS}${CONTACT}${body}
  ]]></send>`;

/** Waits, minding the caller's CANCEL, which is the only thing that may come before an answer. */
const ringFor = (ms: number, then: string) =>
  `<recv request="CANCEL" timeout="${ms}" ontimeout="${then}" next="cancelled"/>`;

/** Waits, minding the caller's BYE. */
const listenFor = (ms: number, then: string) =>
  `<recv request="BYE" timeout="${ms}" ontimeout="${then}" next="bye"><action>${stats}</action></recv>`;

const hello = action(`<exec rtp_stream="${HELLO_FILE},1,8,PCMA/8000"/>`);

const refusal = (status: number, reason: string) => [
  action(log('REFUSED', String(status))),
  respond(`${status} ${reason}`, NO_BODY),
  '<recv request="ACK"/>',
  goto('end'),
];

const hangUp = (cause?: number) => [
  action(`${stats}${log('HUNG-UP', '[$packets]')}`),
  `<send retrans="500"><![CDATA[
      BYE [next_url] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      Max-Forwards: 70
      From: [$subscriber];tag=[pid]-[call_number]
      To: [$caller]
      Call-ID: [call_id]
      CSeq: 1 BYE${cause === undefined ? '' : `\n      Reason: Q.850;cause=${cause}`}
      Content-Length: 0
  ]]></send>`,
  '<recv response="200"/>',
  goto('end'),
];

function steps(id: string, fate: Fate): string[] {
  switch (fate.kind) {
    case 'refuse':
      return [
        ...(fate.ringMs === undefined
          ? []
          : [respond('180 Ringing', NO_BODY), ringFor(fate.ringMs, `${id}refuse`), label(`${id}refuse`)]),
        ...refusal(fate.status, fate.reason),
      ];
    case 'ring-for-ever':
      return [
        respond('180 Ringing', NO_BODY),
        ringFor(PATIENCE_MS, `${id}refuse`),
        label(`${id}refuse`),
      ].concat(refusal(480, 'Temporarily Unavailable'));
    case 'early-media':
      return [
        respond('183 Session Progress', SDP),
        hello,
        ringFor(fate.playMs, `${id}refuse`),
        label(`${id}refuse`),
        ...refusal(fate.status, fate.reason),
      ];
    case 'answer':
      return [
        respond('180 Ringing', NO_BODY),
        ...(fate.ringMs === undefined ? [] : [ringFor(fate.ringMs, `${id}answer`), label(`${id}answer`)]),
        respond('200 OK', SDP, ' retrans="500"'),
        '<recv request="CANCEL" optional="true" next="late-cancel"/>',
        `<recv request="ACK"><action>${log('ANSWERED')}</action></recv>`,
        ...(fate.silent ? [] : [hello]),
        ...(fate.keys ?? []).flatMap(({ afterMs, key }, index) => [
          listenFor(afterMs - KEY_LEAD_MS, `${id}key${index}`),
          label(`${id}key${index}`),
          action(`<exec play_dtmf="${key},${KEY_MS},101"/>${log('PRESSED', key)}`),
        ]),
        ...(fate.hangUpAfterMs === undefined
          ? [goto('listen')]
          : [
              listenFor(fate.hangUpAfterMs, `${id}hang-up`),
              label(`${id}hang-up`),
              ...hangUp(fate.hangUpCause),
            ]),
      ];
  }
}

/** What every call may come to, whatever its fate. */
const ENDINGS = [
  label('listen'),
  listenFor(PATIENCE_MS, 'hang-up'),
  label('hang-up'),
  ...hangUp(),
  label('bye'),
  action(log('BYE', '[$packets]')),
  `<send next="end"><![CDATA[
      SIP/2.0 200 OK
      [last_Via:]
      [last_From:]
      [last_To:]
      [last_Call-ID:]
      [last_CSeq:]
      Content-Length: 0
  ]]></send>`,
  label('late-cancel'),
  label('cancelled'),
  action(log('CANCELLED')),
  `<send><![CDATA[
      SIP/2.0 200 OK${HEADERS}${NO_BODY}
  ]]></send>`,
  respond('487 Request Terminated', NO_BODY),
  '<recv request="ACK"/>',
  label('end'),
  '<nop/>',
];

/** The scenario of every subscriber of the lab: one sipp process answers all numbers. */
export function subscriberScenario(): string {
  const fates = Object.values<{ code: string; fate: Fate }>(FATES).map((one) => ({
    ...one,
    id: `fate${one.code}`,
  }));
  const recognise = fates.map(
    ({ id, code }) =>
      `<ereg regexp="^\\+8613900${code}[0-9]{4}$" search_in="var" variable="number" assign_to="${id}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<scenario name="subscribers">',
    '<recv request="INVITE" start_txn="invite"><action>',
    '<ereg regexp="sip:([^@;> ]+)@" search_in="msg" assign_to="uri,number"/>',
    '<ereg regexp="sip:([^@;> ]+)@" search_in="hdr" header="From:" assign_to="uri,from"/>',
    '<ereg regexp="&lt;[^>]*>.*" search_in="hdr" header="From:" assign_to="caller"/>',
    '<ereg regexp="&lt;[^>]*>" search_in="hdr" header="To:" assign_to="subscriber"/>',
    ...recognise,
    log('INVITE', '[$from]'),
    '</action></recv>',
    ...fates.map(({ id }) => `<nop next="${id}begin" test="${id}"/>`),
    goto('fate01begin'),
    ...fates.flatMap(({ id, fate }) => [label(`${id}begin`), ...steps(id, fate)]),
    ...ENDINGS,
    '<Reference variables="uri"/>',
    '</scenario>',
    '',
  ].join('\n');
}
