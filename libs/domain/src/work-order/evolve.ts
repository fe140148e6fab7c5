import type { NewWorkOrderEvent, WorkOrderEventType } from './history/event-data';
import { isFinalStage, type WorkOrderKindDefinition } from './kinds/kind-definition';
import { CENTRE, type WorkOrderKind } from './kinds/vocabulary';

/** Kept elsewhere; `key` says where. */
export interface KeptAttachment {
  readonly kind: 'recording' | 'document' | 'image';
  readonly key: string;
  /** Length of a recording. */
  readonly seconds?: number;
  /** What whoever attached it calls it. */
  readonly name?: string;
}

/** What of a work order its events decide. */
export interface WorkOrderState {
  readonly kind: WorkOrderKind;
  readonly kindVersion: number;
  readonly stage: string;
  /** The centre, or the code of a department. */
  readonly owner: string;
  /** Who of the owner sees to it. */
  readonly assignee?: string;
  /** Who took it in, or took over: responsible to the end (首问负责制). */
  readonly responsible: string;
  /** The department it was with last, where a result goes back to. */
  readonly lastDepartment?: string;
  readonly contentCategory?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Something that the kind needs is not told yet. */
  readonly incomplete: boolean;
  readonly attachments: readonly KeptAttachment[];
  readonly parent?: string;
  readonly mergedInto?: string;
  readonly outageId?: string;
  /** From 1; one more with each reopening. */
  readonly cycle: number;
  readonly paused: boolean;
  readonly urged: number;
  readonly promisedAt?: Date;
  readonly toldAt?: Date;
  readonly closedAt?: Date;
  readonly result?: string;
  readonly resultCode?: string;
}

export interface NotAllowed {
  readonly event: WorkOrderEventType;
  readonly stage: string;
  /** Stages in which it may happen; none where the kind does not know the event at all. */
  readonly allowedIn: readonly string[];
}

export type Evolved =
  | { readonly ok: true; readonly state: WorkOrderState }
  | { readonly ok: false; readonly refusal: NotAllowed };

/** The state after an event, by the definition of its kind; refused where the definition does not let it happen. */
export function evolve(
  definition: WorkOrderKindDefinition,
  state: WorkOrderState,
  event: NewWorkOrderEvent,
  at: Date,
): Evolved {
  const rules = definition.transitions.filter(({ on }) => on === event.type);
  const rule = rules.find(({ from }) => from.includes(state.stage));
  if (!rule) {
    const allowedIn = [...new Set(rules.flatMap(({ from }) => from))];
    return { ok: false, refusal: { event: event.type, stage: state.stage, allowedIn } };
  }
  const stage = rule.to ?? state.stage;
  const next = { ...state, ...effectOf(event, state, at), stage };
  const closes = isFinalStage(definition, stage) && !isFinalStage(definition, state.stage);
  return { ok: true, state: closes ? { ...next, closedAt: at, paused: false } : next };
}

/** Facts that an event changes beside the stage. */
function effectOf(event: NewWorkOrderEvent, state: WorkOrderState, at: Date): Partial<WorkOrderState> {
  switch (event.type) {
    case 'classified':
      return withoutUndefined({
        kind: event.data.kind,
        kindVersion: event.data.kindVersion,
        contentCategory: event.data.contentCategory,
        fields: event.data.fields,
        incomplete: event.data.incomplete,
      });
    case 'assigned':
    case 'forwarded':
      return {
        owner: event.data.department,
        assignee: event.data.assignee,
        ...(event.data.department !== CENTRE && { lastDepartment: event.data.department }),
      };
    case 'accepted':
      return withoutUndefined({ assignee: event.data.assignee });
    case 'answered':
      return { owner: CENTRE, assignee: undefined, result: event.data.result };
    case 'restored':
    case 'customer-owned':
      return { owner: CENTRE, assignee: undefined };
    case 'sent-back':
      return { owner: state.lastDepartment ?? CENTRE, toldAt: undefined };
    case 'urged':
      return { urged: state.urged + 1 };
    case 'paused':
      return { paused: true };
    case 'resumed':
      return { paused: false };
    case 'promised':
      return { promisedAt: new Date(event.data.at) };
    case 'customer-told':
      return { toldAt: at };
    case 'closed':
      return {
        result: event.data.result,
        ...(event.data.resultCode !== undefined && { resultCode: event.data.resultCode }),
      };
    case 'closed-with-parent':
      return { owner: CENTRE, assignee: undefined, result: event.data.result };
    case 'reopened':
      return {
        owner: CENTRE,
        assignee: undefined,
        cycle: state.cycle + 1,
        closedAt: undefined,
        toldAt: undefined,
        result: undefined,
        resultCode: undefined,
      };
    case 'merged':
      return { mergedInto: event.data.into };
    case 'linked':
      return { parent: event.data.parent ?? undefined };
    case 'attached':
      return { attachments: [...state.attachments, ...event.data.attachments] };
    case 'outage-linked':
      return { outageId: event.data.outageId ?? undefined };
    case 'responsibility-moved':
      return { responsible: event.data.to };
    case 'opened':
    case 'noted':
    case 'took-over':
    case 'interim-replied':
    case 're-targeted':
    case 'decided':
    case 'called-back':
    case 'dispatched':
    case 'arrived':
    case 'site-reported':
    case 'estimate-changed':
    case 'paper-received':
    case 'milestone-reached':
    case 'verification-requested':
    case 'verification-reported':
    case 'verification-sent-back':
    case 'verification-accepted':
    case 'compensation-proposed':
    case 'compensation-approved':
    case 'compensation-refused':
    case 'compensation-paid':
    case 'cause-found':
    case 'measure-planned':
    case 'measure-done':
    case 'measure-verified':
      return {};
  }
}

function withoutUndefined(state: Partial<WorkOrderState>): Partial<WorkOrderState> {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}
