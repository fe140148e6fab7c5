import { HELLO_FILE } from './scenario';

/** How an agent's phone behaves, call after call. */
export interface AgentManner {
  /** Four digits; the SIP account is `agent-<sipUser>`. */
  readonly sipUser: string;
  readonly secret: string;
  /** Milliseconds that it rings before it is answered; default 1,000. Longer than the PBX lets it ring: not answered. */
  readonly answerAfterMs?: number;
  /** Seconds from the answer to the agent's hang-up, where the agent hangs up; default 5. */
  readonly talkSeconds?: number;
  /** Who ends the talk; default `agent`. */
  readonly hangUp?: 'agent' | 'caller';
  /** The agent puts the caller on hold so long after the answer, for so long. */
  readonly hold?: { readonly afterMs: number; readonly forMs: number };
  /** Refuses every call with this SIP status, e.g. 486 or 603. */
  readonly reject?: number;
}

const SIP_USER = /^[1-8]\d{3}$/;
const SECRET = /^[A-Za-z0-9]+$/;
/** A talk that nobody ends. */
const PATIENCE_MS = 900_000;

/** @throws RangeError when the account or the secret could not be one */
export function checkAccount({ sipUser, secret }: Pick<AgentManner, 'sipUser' | 'secret'>): void {
  if (!SIP_USER.test(sipUser)) throw new RangeError(`"${sipUser}" is no agent: four digits, 1000 to 8999`);
  if (!SECRET.test(secret)) throw new RangeError('a secret has letters and digits only');
}

/** Registers the phone's own address, or with `seconds` 0 takes it back; ends with success when the PBX agrees. */
export function registerScenario({ sipUser, secret }: AgentManner, seconds: number): string {
  const account = `agent-${sipUser}`;
  const register = (cseq: number, authentication: string) => `<send retrans="500"><![CDATA[
      REGISTER sip:[remote_ip]:[remote_port] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      From: <sip:${account}@[remote_ip]>;tag=[pid]
      To: <sip:${account}@[remote_ip]>
      Call-ID: [call_id]
      CSeq: ${cseq} REGISTER
      Contact: <sip:${account}@[local_ip]:[local_port]>
      Max-Forwards: 70
      Expires: ${seconds}${authentication}
      Content-Length: 0
  ]]></send>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="register">
${register(1, '')}
<recv response="100" optional="true"/>
<recv response="401" auth="true" timeout="5000"/>
${register(2, `\n      [authentication username=${account} password=${secret}]`)}
<recv response="100" optional="true"/>
<recv response="200" timeout="5000"/>
</scenario>
`;
}

const HEADERS = `
      [last_Via:]
      [last_From:]
      [last_To:];tag=[pid]-[call_number]
      [last_Call-ID:]
      [last_CSeq:]
      Contact: <sip:[local_ip]:[local_port];transport=[transport]>`;
const NO_BODY = `
      Content-Length: 0`;
const sdp = (version: number, direction: string) => `
      Content-Type: application/sdp
      Content-Length: [len]

      v=0
      o=agent 1 ${version} IN IP[local_ip_type] [local_ip]
      s=-
      c=IN IP[media_ip_type] [media_ip]
      t=0 0
      m=audio [rtpstream_audio_port] RTP/AVP 8 101
      a=rtpmap:8 PCMA/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=ptime:20
      a=${direction}`;

const log = (event: string, detail = '') =>
  `<log message="[timestamp] ${event} [$number] [call_id]${detail && ` ${detail}`}"/>`;
const stats = '<rtp_stats assign_to="packets"/>';
const action = (content: string) => `<nop><action>${content}</action></nop>`;
const label = (id: string) => `<label id="${id}"/>`;
const goto = (id: string) => `<nop next="${id}"/>`;
const respond = (status: string, body: string, attributes = '') =>
  `<send response_txn="invite"${attributes}><![CDATA[
      SIP/2.0 ${status}${HEADERS}${body}
  ]]></send>`;
const listenFor = (ms: number, then: string) =>
  `<recv request="BYE" timeout="${Math.max(1, ms)}" ontimeout="${then}" next="bye"><action>${stats}</action></recv>`;
const request = (method: string, cseq: number, body: string, attributes = ' retrans="500"') =>
  `<send${attributes}><![CDATA[
      ${method} [next_url] SIP/2.0
      Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
      Max-Forwards: 70
      From: [$agent];tag=[pid]-[call_number]
      To: [$caller]
      Call-ID: [call_id]
      CSeq: ${cseq} ${method}
      Contact: <sip:[local_ip]:[local_port]>${body}
  ]]></send>`;

const reInvite = (cseq: number, direction: string, event: string) => [
  action(log(event)),
  request('INVITE', cseq, sdp(cseq + 1, direction)),
  '<recv response="100" optional="true"/>',
  '<recv response="200"/>',
  request('ACK', cseq, NO_BODY, ''),
];

function talk({ answerAfterMs = 1_000, talkSeconds = 5, hangUp = 'agent', hold }: AgentManner): string[] {
  return [
    respond('180 Ringing', NO_BODY),
    `<recv request="CANCEL" timeout="${Math.max(1, answerAfterMs)}" ontimeout="answer" next="cancelled"/>`,
    label('answer'),
    respond('200 OK', sdp(1, 'sendrecv'), ' retrans="500"'),
    '<recv request="CANCEL" optional="true" next="cancelled"/>',
    `<recv request="ACK"><action>${log('ANSWERED')}</action></recv>`,
    action(`<exec rtp_stream="${HELLO_FILE},-1,8,PCMA/8000"/>`),
    ...(hold === undefined
      ? []
      : [
          listenFor(hold.afterMs, 'hold'),
          label('hold'),
          ...reInvite(1, 'sendonly', 'HELD'),
          listenFor(hold.forMs, 'resume'),
          label('resume'),
          ...reInvite(2, 'sendrecv', 'RESUMED'),
        ]),
    listenFor(hangUp === 'agent' ? talkSeconds * 1_000 : PATIENCE_MS, 'hang-up'),
    label('hang-up'),
    action(`${stats}${log('HUNG-UP', '[$packets]')}`),
    request('BYE', 10, NO_BODY),
    '<recv response="200"/>',
    goto('end'),
  ];
}

/** The scenario of one agent's phone: every call that reaches it. */
export function agentScenario(manner: AgentManner): string {
  const { reject } = manner;
  const steps =
    reject === undefined
      ? talk(manner)
      : [
          action(log('REFUSED', String(reject))),
          respond(`${reject} Refused`, NO_BODY),
          '<recv request="ACK"/>',
          goto('end'),
        ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<scenario name="agent">',
    '<recv request="INVITE" start_txn="invite"><action>',
    '<ereg regexp="sip:([^@;> ]+)@" search_in="msg" assign_to="uri,number"/>',
    '<ereg regexp="sip:([^@;> ]+)@" search_in="hdr" header="From:" assign_to="uri,from"/>',
    '<ereg regexp="(&lt;[^>]*>|sip:).*" search_in="hdr" header="From:" assign_to="caller,uri"/>',
    '<ereg regexp="&lt;[^>]*>" search_in="hdr" header="To:" assign_to="agent"/>',
    log('INVITE', '[$from]'),
    '</action></recv>',
    ...steps,
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
    label('cancelled'),
    action(log('CANCELLED')),
    `<send><![CDATA[
      SIP/2.0 200 OK${HEADERS}${NO_BODY}
  ]]></send>`,
    respond('487 Request Terminated', NO_BODY),
    '<recv request="ACK"/>',
    label('end'),
    '<nop/>',
    `<Reference variables="uri${reject === undefined ? '' : ',packets,agent,caller'}"/>`,
    '</scenario>',
    '',
  ].join('\n');
}
