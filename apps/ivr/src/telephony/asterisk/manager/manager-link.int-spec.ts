import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { waitUntil } from '../testing/wait-until';
import { openManagerLink } from './manager-link';

/** A loopback AMI that logs in whoever asks, and answers only what it is told to. */
class FakeAmi {
  readonly packets: string[] = [];
  readonly sockets: Socket[] = [];
  loginResponse = 'Success';
  answers = true;
  private server: Server | undefined;

  async open(port = 0): Promise<void> {
    this.server = createServer((socket) => this.serve(socket));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
  }

  get port(): number {
    return (this.server?.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.push(socket);
    let left = '';
    socket.on('error', () => undefined);
    socket.write('Asterisk Call Manager/9.0.0\r\n');
    socket.on('data', (chunk) => {
      left += chunk.toString();
      const packets = left.split('\r\n\r\n');
      left = packets.pop() ?? '';
      for (const packet of packets) this.reply(socket, packet);
    });
  }

  /** Other events come between those of the list; the end comes only where it is wanted. */
  private list(socket: Socket, id: string): void {
    const event = (name: string, headers = '') => `Event: ${name}\r\n${headers}\r\n`;
    const ofList = `ActionID: ${id}\r\n`;
    socket.write(`Response: Success\r\nEventList: start\r\n${ofList}\r\n`);
    socket.write(event('QueueParams', `Queue: q-vip\r\n${ofList}`));
    socket.write(event('QueueCallerJoin', 'Queue: q-vip\r\n'));
    socket.write(event('QueueMember', `Queue: q-vip\r\n${ofList}`));
    if (this.answers) socket.write(event('QueueStatusComplete', ofList));
  }

  private reply(socket: Socket, packet: string): void {
    this.packets.push(packet);
    const id = /ActionID: (.*)/.exec(packet)?.[1] ?? '';
    const login = /Action: login/i.test(packet);
    if (/Action: QueueStatus/i.test(packet)) return this.list(socket, id.trim());
    if (!login && !this.answers) return;
    const response = login ? this.loginResponse : 'Success';
    socket.write(`Response: ${response}\r\nActionID: ${id.trim()}\r\nMessage: said\r\n\r\n`);
  }
}

describe('a link to AMI by asterisk-manager', () => {
  const ami = new FakeAmi();
  const lost: string[] = [];
  const events: unknown[] = [];
  const bad: unknown[] = [];
  const listener = {
    onEvent: (event: unknown) => {
      events.push(event);
      throw new Error('listener');
    },
    onBadEvent: (error: unknown) => bad.push(error),
    onLost: (reason: string) => lost.push(reason),
  };
  const open = () =>
    openManagerLink({ host: '127.0.0.1', port: ami.port, user: 'u', secret: 's' }, listener, 1_000);

  beforeEach(async () => {
    ami.packets.length = lost.length = events.length = bad.length = 0;
    ami.loginResponse = 'Success';
    ami.answers = true;
    await ami.open();
  });

  afterEach(async () => {
    await ami.close();
  });

  it('answers an action', async () => {
    const link = await open();
    await expect(link.ask({ action: 'Ping' })).resolves.toMatchObject({ response: 'Success' });
    link.close();
  });

  it('is refused with a wrong secret', async () => {
    ami.loginResponse = 'Error';
    await expect(open()).rejects.toThrow('login failed: said');
  });

  it('lets no value begin another header or another action', async () => {
    const link = await open();
    await link.ask({ action: 'QueuePause', reason: 'x\r\n\r\nAction: Originate\r\nChannel: Local/1' });
    const [, sent = ''] = ami.packets;
    expect(ami.packets).toHaveLength(2);
    expect(sent.split('\r\n').filter((line) => line.startsWith('Action:'))).toEqual(['Action: QueuePause']);
    link.close();
  });

  it('gives an unanswered action up in time', async () => {
    ami.answers = false;
    const link = await open();
    await expect(link.ask({ action: 'Ping' }, 200)).rejects.toThrow('within 200 ms');
    link.close();
  });

  it('gathers the events that answer an action, and tells the others as ever', async () => {
    const link = await open();
    const list = await link.list({ action: 'QueueStatus' }, 'QueueStatusComplete');
    expect(list.map((event) => event['event'])).toEqual(['QueueParams', 'QueueMember']);
    await waitUntil('event', () => events.length === 1, 2_000);
    expect(events).toMatchObject([{ event: 'QueueCallerJoin' }]);
    link.close();
  });

  it('gives a list up that does not end in time', async () => {
    ami.answers = false;
    const link = await open();
    await expect(link.list({ action: 'QueueStatus' }, 'QueueStatusComplete', 200)).rejects.toThrow(
      'within 200 ms',
    );
    link.close();
  });

  it('refuses actions while disconnected and never sends them later', async () => {
    const link = await open();
    const { port } = ami;
    await ami.close();
    await waitUntil('loss', () => lost.length > 0, 2_000);
    await expect(link.ask({ action: 'QueueAdd', queue: 'fault' })).rejects.toThrow(
      'nothing is kept for later',
    );
    await ami.open(port);
    const next = await open();
    await next.ask({ action: 'Ping' });
    expect(ami.packets.some((packet) => packet.includes('QueueAdd'))).toBe(false);
    expect(lost).toHaveLength(1);
    next.close();
  });

  it('goes on after a listener that throws', async () => {
    const link = await open();
    ami.sockets.at(-1)?.write('Event: Shutdown\r\nShutdown: Cleanly\r\n\r\n');
    await waitUntil('event', () => events.length === 1, 2_000);
    expect(bad).toHaveLength(1);
    await expect(link.ask({ action: 'Ping' })).resolves.toBeDefined();
    link.close();
  });
});
