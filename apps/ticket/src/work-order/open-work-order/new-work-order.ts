import { CENTRE } from '@switchyard/domain';
import type { KindVersion } from '../kinds/kind-versions.port';
import type { WorkOrder } from '../work-orders.port';
import type { OpenWorkOrderCommand } from './open-work-order.command';

interface Given {
  readonly number: string;
  readonly queryCode: string;
  readonly at: Date;
  readonly by: string;
  readonly incomplete: boolean;
}

/** A work order as it is the moment it is opened, before its history begins. */
export function newWorkOrder(
  command: OpenWorkOrderCommand,
  { version, definition }: KindVersion,
  { number, queryCode, at, by, incomplete }: Given,
): WorkOrder {
  return {
    ...command,
    number,
    queryCode,
    kindVersion: version,
    stage: definition.initial,
    status: 'open',
    anonymous: command.anonymous ?? false,
    channel: command.channel ?? 'system',
    attachments: command.attachments ?? [],
    fields: command.fields ?? {},
    incomplete,
    owner: CENTRE,
    responsible: by,
    openedBy: by,
    openedAt: at,
    updatedAt: at,
    cycle: 1,
    paused: false,
    urged: 0,
    seq: 0,
    headHash: '',
    ...(command.dueAt && { nextDueAt: command.dueAt }),
  };
}

/** What its history begins with: all that was told but the number to call back. */
export function openingOf(workOrder: WorkOrder): Readonly<Record<string, unknown>> {
  const { kind, kindVersion, channel, reference, anonymous, accountNo, areaCode, applicationKind } =
    workOrder;
  const { contentCategory, fields, incomplete, parent, outageId, dueAt, text, attachments } = workOrder;
  return {
    kind,
    kindVersion,
    channel,
    reference,
    anonymous,
    accountNo,
    areaCode,
    applicationKind,
    contentCategory,
    fields,
    incomplete,
    parent,
    outageId,
    dueAt,
    text,
    attachments,
  };
}
