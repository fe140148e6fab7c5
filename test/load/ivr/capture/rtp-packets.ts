/** One RTP packet of a capture. */
export interface RtpPacket {
  /** Milliseconds since the epoch, by the capture's clock. */
  readonly at: number;
  /** address:port */
  readonly from: string;
  readonly to: string;
  readonly payloadType: number;
  /** Of a telephone event (RFC 4733): whether the key has been let go. */
  readonly keyEnd: boolean;
}

/** RTP payload type that the lab's callers use for telephone events. */
export const TELEPHONE_EVENT = 101;

const MICROSECONDS = 0xa1b2c3d4;
const ETHERNET = 1;
const FILE_HEADER = 24;
const PACKET_HEADER = 16;
const ETHERNET_HEADER = 14;
const IPV4 = 0x0800;
const UDP = 17;
const UDP_HEADER = 8;
const RTP_HEADER = 12;

/**
 * Reads what `tcpdump -w` wrote (classic format, microseconds, Ethernet). What is not RTP over IPv4 is left out, and so
 * is a last packet that was not written whole. @throws RangeError when the file is of another format.
 */
export function* rtpPackets(capture: Buffer): Generator<RtpPacket> {
  if (capture.length < FILE_HEADER) throw new RangeError('the capture is empty');
  if (capture.readUInt32LE(0) !== MICROSECONDS || capture.readUInt32LE(20) !== ETHERNET) {
    throw new RangeError('the capture is not of the classic format in microseconds, or not of Ethernet');
  }
  for (let offset = FILE_HEADER; offset + PACKET_HEADER <= capture.length;) {
    const at = capture.readUInt32LE(offset) * 1000 + capture.readUInt32LE(offset + 4) / 1000;
    const length = capture.readUInt32LE(offset + 8);
    const begin = offset + PACKET_HEADER;
    offset = begin + length;
    if (offset > capture.length) return;
    const packet = rtpPacket(at, capture.subarray(begin, offset));
    if (packet) yield packet;
  }
}

function rtpPacket(at: number, frame: Buffer): RtpPacket | undefined {
  if (frame.length < ETHERNET_HEADER + 20 || frame.readUInt16BE(12) !== IPV4) return undefined;
  const ip = frame.subarray(ETHERNET_HEADER);
  if (ip[9] !== UDP) return undefined;
  const udp = ip.subarray(((ip[0] ?? 0) & 0x0f) * 4);
  const rtp = udp.subarray(UDP_HEADER);
  if (rtp.length < RTP_HEADER || (rtp[0] ?? 0) >> 6 !== 2) return undefined;
  const payloadType = (rtp[1] ?? 0) & 0x7f;
  return {
    at,
    from: `${address(ip, 12)}:${udp.readUInt16BE(0)}`,
    to: `${address(ip, 16)}:${udp.readUInt16BE(2)}`,
    payloadType,
    keyEnd: payloadType === TELEPHONE_EVENT && ((rtp[RTP_HEADER + 1] ?? 0) & 0x80) !== 0,
  };
}

function address(ip: Buffer, offset: number): string {
  return [...ip.subarray(offset, offset + 4)].join('.');
}
