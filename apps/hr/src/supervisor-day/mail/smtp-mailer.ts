import { readFileSync } from 'node:fs';
import { Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { describeError, TimeoutError, withTimeout } from '@switchyard/platform';
import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { HrConfig } from '../../hr.config';
import { type Mail, Mailer, MailNotTaken } from './mailer.port';

const IMPLICIT_TLS = 465;
const SUBMISSION = 587;

/** Steps of a conversation that may each take the whole time-out. */
const STEPS = 6;

/** Mail by SMTP, a connection for each: a report a day is no traffic. */
@Injectable()
export class SmtpMailer extends Mailer {
  private readonly server: SMTPTransport.Options | undefined;
  private readonly from: string;
  private readonly wholeMs: number;

  constructor(config: HrConfig) {
    super();
    this.server = serverOf(config);
    this.from = config.smtpFrom;
    this.wholeMs = config.smtpTimeoutMs * STEPS;
  }

  async send({ attachments, messageId, ...mail }: Mail): Promise<string> {
    if (!this.server) {
      throw new MailNotTaken('No mail server is configured; set SMTP_URL.', { handedOver: false });
    }
    const transport = createTransport(this.server);
    let handedOver = false;
    const meter = () =>
      new Transform({
        transform: (chunk: Buffer, _encoding, done) => done(null, chunk),
        flush: (done) => {
          handedOver = true;
          done();
        },
      });
    transport.use('stream', ({ message }, done) => {
      message.transform(meter);
      done();
    });
    try {
      const sending = transport.sendMail({
        ...mail,
        from: this.from,
        messageId: `<${messageId}>`,
        attachments: attachments.map(({ name, type, content }) => ({
          filename: name,
          contentType: type,
          content,
        })),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return (await withTimeout(sending, this.wholeMs, 'the mail server')).response;
    } catch (error) {
      throw new MailNotTaken(describeError(error), { ...answerIn(error), handedOver }, { cause: error });
    } finally {
      transport.close();
    }
  }
}

/** Server and time-outs out of the configuration. @throws Error when the authority's file cannot be read */
function serverOf(config: HrConfig): SMTPTransport.Options | undefined {
  const { smtpUrl, smtpTls, smtpCaFile, smtpTimeoutMs: timeout } = config;
  if (smtpUrl === undefined) return undefined;
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const auth =
    username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? IMPLICIT_TLS : SUBMISSION) : Number(port),
    secure,
    requireTLS: !secure && smtpTls === 'required',
    ignoreTLS: !secure && smtpTls === 'off',
    ...auth,
    ...(smtpCaFile !== undefined && { tls: { ca: readFileSync(smtpCaFile) } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  };
}

/** What the server answered, as nodemailer puts it on its errors. */
function answerIn(error: unknown): { responseCode?: number; command?: string } {
  if (typeof error !== 'object' || error === null || error instanceof TimeoutError) return {};
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return {
    ...(typeof responseCode === 'number' && { responseCode }),
    ...(typeof command === 'string' && { command }),
  };
}
