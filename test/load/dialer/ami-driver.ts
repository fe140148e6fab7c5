import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Lab } from '@switchyard/testing';
import type { CallDriver, DriverFigures } from './call-driver';
import { promptInside } from './prompt';

const CONNECT_MS = 5_000;

/** Baseline: AMI orders each call into a dialplan that answers, plays and hangs up. No events, no control. */
export class AmiDriver implements CallDriver {
  private refused = 0;

  private constructor(
    private readonly socket: Socket,
    private readonly lab: Lab,
  ) {
    let rest = '';
    socket.on('data', (data) => {
      const lines = (rest + data.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      this.refused += lines.filter((line) => line === 'Response: Error').length;
    });
    socket.on('error', () => undefined); // what is not ordered is missing in the subscribers' log
  }

  /** @throws Error when Asterisk does not take the login in time */
  static async open(lab: Lab): Promise<AmiDriver> {
    const { host, port, quietUser, secret } = lab.ami;
    const socket = connect({ host, port, noDelay: true });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('AMI did not answer')), CONNECT_MS);
      socket.once('error', reject);
      socket.on('data', function login(data) {
        if (!data.includes('Response:')) return;
        clearTimeout(timer);
        socket.off('data', login);
        if (data.includes('Success')) resolve();
        else reject(new Error(`AMI: ${data.toString()}`));
      });
      socket.write(action({ Action: 'Login', Username: quietUser, Secret: secret, Events: 'off' }));
    });
    return new AmiDriver(socket, lab);
  }

  place(number: string): void {
    const id = randomUUID();
    this.socket.write(
      action({
        Action: 'Originate',
        ActionID: id,
        ChannelId: id,
        Channel: `PJSIP/${number}@${this.lab.trunk}`,
        Context: 'bench',
        Exten: 's',
        Priority: '1',
        CallerID: '95598',
        Variable: `PROMPT=${promptInside(this.lab.prompts)}`,
        Timeout: '20000',
        Async: 'true',
      }),
    );
  }

  takeFigures(): DriverFigures {
    const { refused } = this;
    this.refused = 0;
    return { refused, setupMs: [] };
  }

  async close(): Promise<void> {
    this.socket.destroy();
  }
}

function action(fields: Readonly<Record<string, string>>): string {
  return `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
}
