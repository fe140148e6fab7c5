import { type ClassifyWorkOrderRequest, WORK_ORDER_ERRORS } from '@switchyard/contracts';
import type { WorkOrderKindDefinition } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Decision } from '../act/act-on-work-order';
import { promisedIn } from '../promise-reply/promised-in';
import { assertComplete } from '../open-work-order/assert-complete';
import type { WorkOrder } from '../work-orders.port';

export interface Definition {
  readonly version: number;
  readonly definition: WorkOrderKindDefinition;
}

/**
 * What a classification changes. Fields of another kind that the new one does not know are left behind; they stay in
 * the history. The number to call back is stored, and that it was given is written, but not the number itself.
 * @throws DomainError `work-order.fields-invalid`, `work-order.identity-given`, `work-order.field-missing`,
 * `work-order.not-allowed-in-state` when the new kind has no stage like the present one
 */
export function classified(
  workOrder: WorkOrder,
  request: ClassifyWorkOrderRequest,
  { version, definition }: Definition,
  now: Date,
): Decision {
  const { kind = workOrder.kind, contentCategory, reason } = request;
  if (!definition.stages.some(({ name }) => name === workOrder.stage)) throw noSuchStage(workOrder, kind);
  const { accountNo, phone, areaCode, applicationKind } = request;
  const facts = withoutUndefined({ accountNo, phone, areaCode, applicationKind });
  const fields = fieldsAfter(workOrder, request, definition);
  // What is wrong is refused; what is missing may come later, whoever took it in.
  const told = { ...workOrder, ...facts, kind, fields, channel: 'system' as const };
  const { incomplete } = assertComplete(told, definition);
  const moved = kind !== workOrder.kind ? { kind, kindVersion: version } : {};
  const given = { accountNo, areaCode, applicationKind, ...(phone !== undefined && { phoneGiven: true }) };
  return {
    facts,
    events: [
      { type: 'classified', data: { ...moved, contentCategory, fields, incomplete, reason, ...given } },
      ...promisedIn(now, fields, workOrder.fields),
    ],
  };
}

function fieldsAfter(
  workOrder: WorkOrder,
  { kind = workOrder.kind, fields = {} }: ClassifyWorkOrderRequest,
  { fields: schema }: WorkOrderKindDefinition,
): Readonly<Record<string, unknown>> {
  const known = Object.keys((schema['properties'] as object | undefined) ?? {});
  const kept = Object.entries(workOrder.fields).filter(
    ([name]) => kind === workOrder.kind || known.includes(name),
  );
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(kept), ...fields }).filter(([, value]) => value !== null),
  );
}

function noSuchStage({ number, stage }: WorkOrder, kind: string): DomainError {
  return new DomainError(
    WORK_ORDER_ERRORS.wrongState,
    `${number} is in stage ${stage}, which kind ${kind} does not have: send it back to the centre first.`,
    { field: 'kind', number, stage },
  );
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<T>;
}
