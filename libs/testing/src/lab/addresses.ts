import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/**
 * Where one lab's parts listen. Each lab has loopback addresses of its own, 127.77.SLOT.x, so that labs do not
 * meet; the ports are the usual ones unless something on this machine holds them on every address.
 */
export interface LabAddresses {
  readonly slot: number;
  /** Asterisk and NATS. */
  readonly node: string;
  /** The trunk's far end: subscribers, and callers. */
  readonly subscribers: string;
  readonly ariPort: number;
  readonly amiPort: number;
  readonly sipPort: number;
  readonly natsPort: number;
  readonly natsMonitorPort: number;
  readonly subscriberPort: number;
  /** On 127.0.0.1, for whoever starts the Postgres that takes the call records. */
  readonly recordsPort: number;
}

const SLOTS = 200;
/** Not among the ports of outgoing connections (from 32768 on), one of which might be held when Postgres starts. */
const RECORDS_PORTS = 9_400;

/** Slots in `taken` belong to labs that run; those of other repositories are seen by their ports. */
export async function allocateAddresses(
  taken: ReadonlySet<number>,
  preferred: number = 1,
): Promise<LabAddresses> {
  const slots = [preferred, ...Array.from({ length: SLOTS }, (_, index) => index + 1)];
  const free = slots.filter((slot) => !taken.has(slot));
  for (const slot of free) {
    const addresses = await freeAddresses(slot, false);
    if (addresses) return addresses;
  }
  // Something on this machine listens on a usual port on every address: other ports, then.
  const [slot] = free;
  const addresses = slot === undefined ? undefined : await freeAddresses(slot, true);
  if (!addresses) throw new Error(`none of ${SLOTS} loopback addresses for a lab is free`);
  return addresses;
}

/** undefined when a port is held; with `anyPort` other ports are taken instead. */
async function freeAddresses(slot: number, anyPort: boolean): Promise<LabAddresses | undefined> {
  const node = `127.77.${slot}.1`;
  const subscribers = `127.77.${slot}.2`;
  const tcp = (address: string, port: number) => take(freeTcpPort, address, port, anyPort);
  const udp = (address: string, port: number) => take(freeUdpPort, address, port, anyPort);
  const ariPort = await tcp(node, 8088);
  const amiPort = await tcp(node, 5038);
  const sipPort = await udp(node, 5060);
  const natsPort = await tcp(node, 4222);
  const natsMonitorPort = await tcp(node, 8222);
  const subscriberPort = await udp(subscribers, 5060);
  if (!ariPort || !amiPort || !sipPort || !natsPort || !natsMonitorPort || !subscriberPort) {
    return undefined;
  }
  return {
    slot,
    node,
    subscribers,
    ariPort,
    amiPort,
    sipPort,
    natsPort,
    natsMonitorPort,
    subscriberPort,
    recordsPort: RECORDS_PORTS + slot,
  };
}

type Probe = (address: string, port: number) => Promise<number | undefined>;

async function take(
  probe: Probe,
  address: string,
  port: number,
  anyPort: boolean,
): Promise<number | undefined> {
  return (await probe(address, port)) ?? (anyPort ? probe(address, 0) : undefined);
}

/** The port bound, undefined when it is held. Port 0 stands for any. */
const freeTcpPort: Probe = (address, port) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(port, address, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : undefined));
    });
  });

const freeUdpPort: Probe = (address, port) =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    socket.bind(port, address, () => {
      const bound = socket.address().port;
      socket.close(() => resolve(bound));
    });
  });
