import type { LocalDate, MeetingKind } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export type MeetingState = 'planned' | 'held' | 'cancelled';
export type ActionState = 'open' | 'done' | 'dropped';

export interface NewMeeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly groupCode?: string;
  readonly chairNumber: string;
  readonly agenda?: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface Attendee {
  readonly staffNumber: string;
  readonly attended?: boolean;
}

export interface MeetingAction {
  readonly id: string;
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly chairNumber: string;
  readonly text: string;
  readonly ownerNumber: string;
  readonly dueOn: LocalDate;
  readonly state: ActionState;
  readonly settledAt?: Date;
  readonly settledBy?: string;
  readonly result?: string;
}

export interface Meeting extends NewMeeting {
  readonly state: MeetingState;
  readonly notes?: string;
  readonly recordedAt?: Date;
  readonly recordedBy?: string;
  readonly attendees: readonly Attendee[];
  readonly decisions: readonly string[];
  readonly actions: readonly MeetingAction[];
}

export interface NewAction {
  readonly text: string;
  readonly ownerNumber: string;
  readonly dueOn: LocalDate;
}

export interface Minutes {
  readonly notes: string;
  readonly attended: readonly string[];
  readonly decisions: readonly string[];
  readonly actions: readonly NewAction[];
  readonly at: Date;
  readonly by: string;
}

export interface MeetingFilter {
  readonly kind?: MeetingKind;
  readonly state?: MeetingState;
  readonly groupCode?: string;
  readonly chairNumber?: string;
  /** Asked to come, or in the chair. */
  readonly memberNumber?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ActionFilter {
  readonly ownerNumber?: string;
  readonly meetingId?: string;
  readonly state?: ActionState;
  readonly overdue?: boolean;
}

/** Meetings with their minutes, and what was agreed in them (§18, C24). */
export abstract class Meetings {
  abstract add(meeting: NewMeeting, attendees: readonly string[]): Promise<void>;
  abstract find(id: string): Promise<Meeting | undefined>;
  /** Held until the transaction ends. */
  abstract lock(id: string): Promise<Meeting | undefined>;
  abstract record(id: string, minutes: Minutes): Promise<void>;
  abstract cancel(id: string): Promise<void>;
  abstract list(filter: MeetingFilter, page: PageOptions): Promise<RowPage<Meeting>>;
  abstract actions(
    filter: ActionFilter,
    today: LocalDate,
    page: PageOptions,
  ): Promise<RowPage<MeetingAction>>;
  /** Held until the transaction ends. */
  abstract lockAction(id: string): Promise<MeetingAction | undefined>;
  abstract settleAction(id: string, state: ActionState, result: string, at: Date, by: string): Promise<void>;
  /** Open ones that are due on this day or earlier. */
  abstract actionsDue(day: LocalDate): Promise<readonly MeetingAction[]>;
}
