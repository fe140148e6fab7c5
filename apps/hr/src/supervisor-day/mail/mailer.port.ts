import type { MailFailure } from '@switchyard/domain';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
  /** Without its angle brackets; the same mail has the same id, so that readers see one. */
  readonly messageId: string;
}

/** A mail that the server did not take, as far as is known. */
export class MailNotTaken extends Error {
  constructor(
    message: string,
    readonly failure: MailFailure,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'MailNotTaken';
  }
}

export abstract class Mailer {
  /** Hands a mail to the server, and gives its answer. @throws MailNotTaken */
  abstract send(mail: Mail): Promise<string>;
}
