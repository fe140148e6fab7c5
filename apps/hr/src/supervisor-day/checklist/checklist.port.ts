import type { DutyProof, DutyRhythm, LocalDate, PlannedDuty } from '@switchyard/domain';

export interface ChecklistFile {
  readonly id: string;
  readonly fileKey: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly addedAt: Date;
  readonly addedBy: string;
}

export interface NewChecklistFile extends ChecklistFile {
  readonly sha256: string;
}

/** One line of the checklist. */
export interface ChecklistItem {
  readonly id: string;
  readonly duty: string;
  readonly rhythm: DutyRhythm;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly dueOn: LocalDate;
  readonly dueAt: Date;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly proof: DutyProof;
  readonly link: string;
  readonly doneAt?: Date;
  readonly doneBy?: string;
  readonly proofText?: string;
  readonly proofNumber?: number;
  readonly escalatedAt?: Date;
  readonly attachments: readonly ChecklistFile[];
}

export interface DoneWith {
  readonly at: Date;
  readonly by: string;
  readonly text?: string;
  readonly number?: number;
}

export type Standing = 'open' | 'done' | 'late' | 'missed';

export interface ChecklistFilter {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly duty?: string;
  readonly rhythm?: DutyRhythm;
  readonly standing?: Standing;
  readonly escalated?: boolean;
  /** Those in whose period this day lies. */
  readonly running?: LocalDate;
}

export interface ChecklistPage {
  readonly items: readonly ChecklistItem[];
  readonly nextCursor?: string;
}

/** The lines of the supervisors' checklists. */
export abstract class Checklist {
  /** Held until the transaction ends: one sweep at a time makes them. */
  abstract lock(): Promise<void>;
  /** The first and the last day for which a checklist was made. */
  abstract made(): Promise<{ readonly first: LocalDate; readonly last: LocalDate } | undefined>;
  /** Those that are there already, by duty and period, are left as they are. */
  abstract add(planned: readonly PlannedDuty[], at: Date): Promise<void>;
  /** The checklist of this day is made. */
  abstract markMade(day: LocalDate, at: Date): Promise<void>;
  abstract list(
    filter: ChecklistFilter,
    now: Date,
    page: { readonly limit?: number; readonly cursor?: string; readonly order?: 'newest' | 'oldest' },
  ): Promise<ChecklistPage>;
  abstract find(id: string): Promise<ChecklistItem | undefined>;
  /** Held until the transaction ends. */
  abstract lockItem(id: string): Promise<ChecklistItem | undefined>;
  abstract done(id: string, by: DoneWith): Promise<void>;
  abstract attach(itemId: string, file: NewChecklistFile): Promise<void>;
  /** Marks what was due before this as escalated, and tells it; each once, the earliest first. */
  abstract escalate(dueBefore: Date, at: Date): Promise<readonly ChecklistItem[]>;
  /** The line of a duty whose period begins on this day. */
  abstract ofPeriod(duty: string, periodFrom: LocalDate): Promise<ChecklistItem | undefined>;
}
