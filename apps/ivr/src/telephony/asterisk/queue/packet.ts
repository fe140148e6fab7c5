import type { ManagerPacket } from 'asterisk-manager';

/** A header's value; empty when it is missing. What comes twice is taken once. */
export function text(packet: ManagerPacket, header: string): string {
  const value = packet[header];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

/** A header's whole number, 0 when it is none. */
export function whole(packet: ManagerPacket, header: string): number {
  const value = Number.parseInt(text(packet, header), 10);
  return Number.isFinite(value) ? value : 0;
}

/** When the PBX says it happened, milliseconds since the epoch; else `now`. */
export function timeOf(packet: ManagerPacket, now: number): number {
  const seconds = Number(text(packet, 'timestamp'));
  return seconds > 0 ? Math.round(seconds * 1_000) : now;
}
