import type { WorkOrderKind } from '../kinds/vocabulary';

type Json = Readonly<Record<string, unknown>>;

/** What an event of each type tells. Instants are ISO 8601 in UTC; nothing here names a reporter who stays unknown. */
export interface WorkOrderEventData {
  readonly opened: Json & { readonly kind: WorkOrderKind; readonly kindVersion: number };
  /** The kind, the content category or the kind's own fields, as they are from now on. */
  readonly classified: {
    readonly kind?: WorkOrderKind;
    readonly kindVersion?: number;
    readonly contentCategory?: string;
    readonly fields?: Json;
    readonly incomplete?: boolean;
    readonly reason?: string;
    readonly accountNo?: string;
    readonly areaCode?: string;
    readonly applicationKind?: string;
    /** A number to call back was given; it stands with the work order alone. */
    readonly phoneGiven?: boolean;
  };
  readonly assigned: { readonly department: string; readonly assignee?: string; readonly reason?: string };
  readonly accepted: { readonly assignee?: string };
  /** Sent on to another department, with a reason (C3). */
  readonly forwarded: { readonly department: string; readonly assignee?: string; readonly reason: string };
  readonly noted: { readonly text: string };
  /** A department's result, to the centre. */
  readonly answered: { readonly result: string; readonly writtenReference?: string };
  /** The result misses the standard and goes back to the department that gave it (§2.9). */
  readonly 'sent-back': { readonly reason: string };
  /** Not finished within the limit: an interim reply all the same (L16). */
  readonly 'interim-replied': { readonly text: string };
  readonly urged: {
    readonly by: string;
    readonly channel: string;
    readonly text?: string;
    readonly dueAt?: string;
    readonly pastDue?: boolean;
  };
  readonly paused: { readonly reason: string };
  readonly resumed: { readonly reason?: string };
  readonly 're-targeted': {
    readonly clock: string;
    readonly reason: string;
    readonly [more: string]: unknown;
  };
  /** A time given to the customer (L34). */
  readonly promised: { readonly at: string; readonly to: string };
  readonly decided: { readonly decision: string };
  readonly 'customer-told': { readonly how: string; readonly text?: string };
  readonly closed: { readonly result: string; readonly resultCode?: string };
  /** The work order of the same fault was closed, and this one with it. */
  readonly 'closed-with-parent': { readonly parent: string; readonly result: string };
  readonly 'called-back': Json;
  readonly reopened: { readonly reason: string };
  /** A duplicate was merged into this one. */
  readonly 'took-over': { readonly from: string };
  readonly merged: { readonly into: string; readonly reason?: string };
  /** A parent for one fault with many callers; without one the link is taken away. */
  readonly linked: { readonly parent: string | null };
  readonly attached: {
    readonly attachments: readonly {
      readonly kind: 'recording' | 'document' | 'image';
      readonly key: string;
      readonly name?: string;
    }[];
  };
  /** First-contact responsibility goes to another person (首问负责制). */
  readonly 'responsibility-moved': { readonly to: string; readonly reason: string };
  readonly 'outage-linked': { readonly outageId: string | null };
  readonly dispatched: Json & {
    readonly leader: string;
    readonly phone: string;
    readonly departedAt: string;
  };
  readonly arrived: Json;
  readonly 'site-reported': Json & {
    readonly symptom: string;
    readonly estimatedRestorationAt?: string;
  };
  readonly 'estimate-changed': Json & { readonly estimatedRestorationAt: string };
  readonly restored: Json;
  readonly 'customer-owned': Json;
  readonly 'paper-received': { readonly paper: string; readonly received: boolean; readonly note?: string };
  /** A step of an application: `supply-plan-told`, `design-submitted`, `design-reviewed`, `ready-to-connect`, `connected`. */
  readonly 'milestone-reached': { readonly milestone: string; readonly note?: string };
  readonly 'verification-requested': {
    readonly verification: string;
    readonly inspector: string;
    readonly matter: string;
    readonly dueAt?: string;
  };
  readonly 'verification-reported': { readonly verification: string; readonly finding: string };
  readonly 'verification-sent-back': { readonly verification: string; readonly reason: string };
  readonly 'verification-accepted': { readonly verification: string };
  readonly 'compensation-proposed': {
    readonly amountFen: number;
    readonly scheme: string;
    readonly reason: string;
    /** Within the handler's authority: nobody else need approve. */
    readonly withinAuthority: boolean;
  };
  readonly 'compensation-approved': { readonly amountFen: number; readonly note?: string };
  readonly 'compensation-refused': { readonly reason: string };
  readonly 'compensation-paid': { readonly amountFen: number; readonly reference: string };
  readonly 'cause-found': { readonly cause: string; readonly causeCode?: string };
  readonly 'measure-planned': {
    readonly measure: string;
    readonly text: string;
    readonly department: string;
    readonly dueOn: string;
  };
  readonly 'measure-done': { readonly measure: string; readonly text: string };
  readonly 'measure-verified': {
    readonly measure: string;
    readonly effective: boolean;
    readonly text?: string;
  };
}

export type WorkOrderEventType = keyof WorkOrderEventData;

/** An event that is to be appended; when and by whom is known by the journal. */
export type NewWorkOrderEvent = {
  readonly [Type in WorkOrderEventType]: { readonly type: Type; readonly data: WorkOrderEventData[Type] };
}[WorkOrderEventType];
