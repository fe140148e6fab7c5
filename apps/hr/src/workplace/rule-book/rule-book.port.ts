import type { Audience, LocalDate } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export type RuleKind = 'rule' | 'workbook';
export type RuleStanding = 'draft' | 'rejected' | 'coming' | 'in-force' | 'superseded';

export interface RuleText {
  readonly title: string;
  readonly body: string;
  readonly changeNote: string;
}

export interface RuleVersion extends RuleText {
  readonly code: string;
  readonly kind: RuleKind;
  readonly version: number;
  readonly standing: RuleStanding;
  readonly draftedAt: Date;
  readonly draftedBy: string;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  readonly decisionReason?: string;
  readonly inForceFrom?: LocalDate;
  readonly handedOut: number;
  readonly acknowledged: number;
}

export interface RuleDecided {
  readonly approved: boolean;
  readonly reason: string;
  readonly inForceFrom?: LocalDate;
  readonly at: Date;
  readonly by: string;
}

export interface RuleFilter {
  readonly code?: string;
  readonly kind?: RuleKind;
  readonly standing?: RuleStanding;
}

export interface Receipt {
  readonly code: string;
  readonly version: number;
  readonly staffNumber: string;
  readonly handedOutAt: Date;
  readonly acknowledgedAt?: Date;
}

export interface ReceiptFilter {
  readonly code?: string;
  readonly version?: number;
  readonly staffNumber?: string;
  readonly acknowledged?: boolean;
}

export interface OwnRule extends RuleText {
  readonly code: string;
  readonly kind: RuleKind;
  readonly version: number;
  readonly inForceFrom: LocalDate;
  readonly acknowledgedAt?: Date;
}

/** The rule book and workbooks, by version; who has them, and who has acknowledged them. */
export abstract class RuleBook {
  /** False when the code is taken. */
  abstract addEntry(code: string, kind: RuleKind, audience: Audience, at: Date): Promise<boolean>;
  /** Held until the transaction ends; false when there is no such rule. */
  abstract lockEntry(code: string): Promise<boolean>;
  abstract addDraft(code: string, version: number, text: RuleText, at: Date, by: string): Promise<void>;
  /** The latest first. */
  abstract versionsOf(code: string, today: LocalDate): Promise<readonly RuleVersion[]>;
  abstract decide(code: string, version: number, decided: RuleDecided): Promise<void>;
  abstract list(filter: RuleFilter, today: LocalDate, page: PageOptions): Promise<RowPage<RuleVersion>>;
  /** Versions in force, with whom they are for. */
  abstract inForce(
    today: LocalDate,
  ): Promise<readonly { readonly code: string; readonly version: number; readonly audience: Audience }[]>;
  /** Who has them already keeps them. @returns how many were handed out */
  abstract handOut(code: string, version: number, staffNumbers: readonly string[], at: Date): Promise<number>;
  abstract receipts(filter: ReceiptFilter, limit: number, cursor?: string): Promise<RowPage<Receipt>>;
  /** What is in force and was handed out to somebody, by code. */
  abstract own(staffNumber: string, today: LocalDate): Promise<readonly OwnRule[]>;
  /** Undefined when it was not handed out to them; acknowledged again, it stays as it was. */
  abstract acknowledge(
    code: string,
    version: number,
    staffNumber: string,
    at: Date,
  ): Promise<Receipt | undefined>;
}
