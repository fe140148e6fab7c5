import { Controller, Inject } from '@nestjs/common';
import {
  type BilingualText,
  type LeaveReasonName,
  MaySignOut,
  MaySignOutRequest,
  type SignOutVerdict,
} from '@switchyard/contracts';
import { reasonsToStay } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Handovers } from '../handovers.port';
import { OpenItems } from '../open-items.port';
import { Duties } from './duties.port';

@Controller()
export class MaySignOutHandler {
  constructor(
    private readonly handovers: Handovers,
    private readonly duties: Duties,
    private readonly items: OpenItems,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(MaySignOut)
  async handle({ agent, accountId }: MaySignOutRequest): Promise<SignOutVerdict> {
    const account = agent.toLowerCase();
    const [duty, handover, casesInHand, policy] = await Promise.all([
      this.duties.current(),
      this.handovers.underWay(account),
      this.items.casesInHand(accountId === undefined ? [account] : [account, accountId]),
      this.policies.handover(this.clock.now()),
    ]);
    const state = handover?.state;
    const facts = {
      leads: duty?.leader === account,
      casesInHand,
      ...((state === 'draft' || state === 'submitted') && { handover: state }),
    };
    const reasons = reasonsToStay(facts, policy);
    return {
      allowed: reasons.every(({ blocks }) => !blocks),
      reasons: reasons.map((reason) => ({ ...reason, text: textOf(reason.code, reason.count) })),
    };
  }
}

function textOf(code: LeaveReasonName, count: number): BilingualText {
  switch (code) {
    case 'handover-missing':
      return { 'zh-CN': '您是当值值班长，请先交接班。', en: 'You lead the shift: hand it over first.' };
    case 'handover-draft':
      return { 'zh-CN': '您的交接班记录尚未提交。', en: 'Your handover has not been submitted.' };
    case 'handover-not-accepted':
      return { 'zh-CN': '接班人尚未确认您的交接班记录。', en: 'Your relief has not accepted your handover.' };
    case 'cases-in-hand':
      return { 'zh-CN': `您有 ${count} 件在手案件未处理完毕。`, en: `You have ${count} case(s) in hand.` };
  }
}
