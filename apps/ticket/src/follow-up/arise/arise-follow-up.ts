import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ExclusionReason,
  FollowUpBasis,
  FollowUpKind,
  FollowUpPurposeName,
} from '@switchyard/contracts';
import { followUpDue } from '@switchyard/domain';
import { Accounts } from '../../customer/accounts.port';
import type { WorkOrder } from '../../work-order/work-orders.port';
import type { FollowUp } from '../follow-up';
import { FollowUpRules } from '../follow-up-rules';
import { FollowUps } from '../follow-ups.port';

export interface Arising {
  readonly kind: FollowUpKind;
  readonly purpose: FollowUpPurposeName;
  readonly basis: FollowUpBasis;
  readonly faultKey?: string;
  readonly at: Date;
  readonly by: string;
}

/** Puts a follow-up on the list: when to call, by when, and whether there is anybody to call. */
@Injectable()
export class AriseFollowUp {
  constructor(
    private readonly followUps: FollowUps,
    private readonly accounts: Accounts,
    private readonly rules: FollowUpRules,
  ) {}

  /** The new follow-up; undefined when the work order has one for the purpose and cycle. */
  async execute(workOrder: WorkOrder, { by, at, ...arising }: Arising): Promise<FollowUp | undefined> {
    const { policy, calendar, closes } = await this.rules.at(at);
    const account =
      workOrder.accountNo === undefined ? undefined : await this.accounts.find(workOrder.accountNo);
    const customerKind = account?.kind ?? 'resident';
    const phone = workOrder.phone ?? account?.phones[0];
    const item: FollowUp = {
      id: randomUUID(),
      workOrderNumber: workOrder.number,
      ...arising,
      cycle: workOrder.cycle,
      accountNo: workOrder.accountNo,
      phone,
      customerKind,
      areaCode: workOrder.areaCode ?? account?.areaCode,
      arisesAt: at,
      ...followUpDue(at, customerKind, policy, calendar, closes),
      status: 'open',
      tries: 0,
      ...(phone === undefined && withoutContact(workOrder.anonymous, at)),
    };
    return (await this.followUps.add(item, by, at)) ? item : undefined;
  }
}

/** Nobody can be called: no part of the 100 % (C5). */
function withoutContact(
  anonymous: boolean,
  at: Date,
): Pick<FollowUp, 'status' | 'endedAt'> & {
  readonly exclusionReason: ExclusionReason;
  readonly exclusionText: string;
} {
  return {
    status: 'excluded',
    endedAt: at,
    exclusionReason: anonymous ? 'anonymous' : 'no-number',
    exclusionText: anonymous
      ? '匿名，未留联系方式 / anonymous, no contact left'
      : '未留电话 / no number left',
  };
}
