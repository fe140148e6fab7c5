import { readFileSync } from 'node:fs';

/** A busy machine is no reason to end: sipp's watchdog would after so many late turns. */
export const SIPP_ALWAYS = [
  'sipp -nostdin -rfc3339 -aa -skip_rlimit -watchdog_minor_maxtriggers 1000000 -watchdog_major_maxtriggers 1000000',
];

/** Whether a process of this machine has bound that UDP address. */
export function listensOnUdp(address: string, port: number): boolean {
  const hexAddress = address
    .split('.')
    .reverse()
    .map((byte) => Number(byte).toString(16).padStart(2, '0'))
    .join('');
  const local = `${hexAddress}:${port.toString(16).padStart(4, '0')}`.toUpperCase();
  return readFileSync('/proc/net/udp', 'utf8').includes(` ${local} `);
}
