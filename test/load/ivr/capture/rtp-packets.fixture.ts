/** One packet to be written into a capture. */
export interface WrittenPacket {
  readonly atMs: number;
  /** a.b.c.d:port */
  readonly from: string;
  readonly to: string;
  readonly payloadType: number;
  readonly payload?: readonly number[];
}

/** A capture as tcpdump writes it. */
export function captureOf(packets: readonly WrittenPacket[]): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(64, 16);
  header.writeUInt32LE(1, 20);
  return Buffer.concat([header, ...packets.map(record)]);
}

function record({ atMs, from, to, payloadType, payload = [0, 0, 0, 0] }: WrittenPacket): Buffer {
  const rtp = Buffer.from([0x80, payloadType, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, ...payload]);
  const udp = Buffer.alloc(8);
  udp.writeUInt16BE(portOf(from), 0);
  udp.writeUInt16BE(portOf(to), 2);
  const ip = Buffer.from([0x45, 0, 0, 0, 0, 0, 0, 0, 64, 17, 0, 0, ...octets(from), ...octets(to)]);
  const frame = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0]), ip, udp, rtp]);
  const header = Buffer.alloc(16);
  header.writeUInt32LE(Math.floor(atMs / 1000), 0);
  header.writeUInt32LE(Math.round((atMs % 1000) * 1000), 4);
  header.writeUInt32LE(frame.length, 8);
  header.writeUInt32LE(frame.length, 12);
  return Buffer.concat([header, frame]);
}

const octets = (address: string) => (address.split(':')[0] ?? '').split('.').map(Number);
const portOf = (address: string) => Number(address.split(':')[1]);
