/** One thing wrong with a document that was handed in: where, what, and what to do. */
export interface Problem {
  /** Dotted path to the field, e.g. `parts.body`. */
  readonly field: string;
  /** Stable word, e.g. `unknown-variable`. */
  readonly code: string;
  readonly message: string;
}

const sentence = (what: string, problems: readonly Problem[]): string =>
  `${what}: ${problems.map((problem) => `${problem.field}: ${problem.message}`).join('; ')}`;

/** Thrown when a notice's data do not fit its kind; names every field. */
export class NoticeInvalid extends Error {
  readonly code = 'notice-invalid';

  constructor(readonly problems: readonly Problem[]) {
    super(sentence('the notice is not valid', problems));
    this.name = 'NoticeInvalid';
  }
}

/** Thrown when a template cannot be used; names every fault, not only the first. */
export class TemplateInvalid extends Error {
  readonly code = 'template-invalid';

  constructor(readonly problems: readonly Problem[]) {
    super(sentence('the template is not valid', problems));
    this.name = 'TemplateInvalid';
  }
}

/** Thrown when what was asked for has been paid: the contact is to be cancelled, not called (T2.9). */
export class NothingToNotify extends Error {
  readonly code = 'nothing-to-notify';

  constructor(readonly accountNo: string) {
    super(`account ${accountNo} has nothing left to pay; cancel its notice`);
    this.name = 'NothingToNotify';
  }
}
