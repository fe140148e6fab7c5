import type { BatchKind, CustomerKind, Outcome } from '@switchyard/domain';
import type { Attempt, Contact } from './contact';

export interface ContactFilter {
  readonly batchId: string;
  readonly state?: Contact['state'];
  readonly disposition?: NonNullable<Contact['disposition']>;
  readonly accountNo?: string;
  /** E.164. */
  readonly number?: string;
  readonly limit: number;
  /** Id of the last contact of the page before. */
  readonly after?: string;
}

/** Contacts that are not settled, by what the forecast groups them by. */
export interface OpenContacts {
  readonly customerKind: CustomerKind;
  readonly countedAttempts: number;
  readonly contacts: number;
}

export interface ContactTotals {
  readonly contacts: number;
  readonly numbers: number;
  readonly payableFen: number;
  readonly onDoNotCall: number;
}

/** Contacts and their attempts, to be read. */
export abstract class Contacts {
  /** @throws DomainError `contact.not-found` */
  abstract get(id: string): Promise<Contact>;

  /** In the order of their import, one more than `limit` when there are more. */
  abstract list(filter: ContactFilter): Promise<readonly Contact[]>;

  /** Settled and unsettled attempts of one contact, oldest first. */
  abstract attemptsOf(contactId: string): Promise<readonly Attempt[]>;

  abstract totals(batchId: string, kind: BatchKind): Promise<ContactTotals>;

  abstract open(batchId: string): Promise<readonly OpenContacts[]>;

  /** Attempts of this kind by outcome, of the last 30 days. */
  abstract outcomeHistory(kind: BatchKind, now: Date): Promise<Partial<Record<Outcome, number>>>;

  /** When a number was dialled since an instant, by whatever batch, and whether a call to it lives. */
  abstract callsTo(
    number: string,
    since: Date,
  ): Promise<{ readonly times: readonly Date[]; readonly live: boolean }>;
}
