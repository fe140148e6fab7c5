export interface KeptPassword {
  readonly accountNo: string;
  /** argon2id; never leaves this folder. */
  readonly hash: string;
  readonly setAt: Date;
  readonly setBy: string;
}

export abstract class TelephonePasswords {
  /** Undefined when there is no such account, or it has no password. */
  abstract hashOf(accountNo: string): Promise<string | undefined>;
  abstract setAt(accountNo: string): Promise<Date | undefined>;
  abstract keep(password: KeptPassword): Promise<void>;
  abstract remove(accountNo: string): Promise<void>;
}
