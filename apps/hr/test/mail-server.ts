import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  readonly to: string;
  readonly source: string;
}

/** A mail server that takes mail, says no as it is told, or goes away. */
export class MailServer {
  taken: TakenMail[] = [];
  /** Every recipient that was asked for, in order. */
  asked: string[] = [];
  /** Takes the whole mail and closes the line instead of answering. */
  hangUpAfterMail = false;
  private readonly answers = new Map<string, { code: number; message: string }>();
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  forget(): void {
    this.taken = [];
    this.asked = [];
    this.answers.clear();
  }

  answer(recipient: string, code: number | undefined, message = ''): void {
    if (code === undefined) this.answers.delete(recipient);
    else this.answers.set(recipient, { code, message });
  }

  async listen(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        this.asked.push(address);
        const refusal = this.answers.get(address);
        done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const source = Buffer.concat(chunks).toString();
          this.taken.push(...envelope.rcptTo.map(({ address }) => ({ to: address, source })));
          if (!this.hangUpAfterMail) return done();
          for (const connection of server.connections) connection._socket.destroy();
        });
      },
    });
    // A client that hangs up is no error of the test.
    server.on('error', () => undefined);
    this.server = server;
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.port = (server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
