import type { BilingualText } from '@switchyard/contracts';
import type { StandardStage } from '@switchyard/domain';
import type { WorkOrder } from '../work-orders.port';

const said = (chinese: string, english: string): BilingualText => ({ 'zh-CN': chinese, en: english });

const AT_WORK = said('已经受理，正在处理', 'has been accepted and is being worked on');

/** Stages of the standard; of any other it is said that it is being worked on. */
const BY_STAGE: Readonly<Partial<Record<StandardStage, BilingualText>>> = {
  dispatched: said('抢修人员已经出发', 'is being worked on; a crew is on its way'),
  'on-site': said('抢修人员已经到达现场，正在抢修', 'is being worked on; a crew is on site'),
  restored: said('已经恢复供电', 'is solved; supply is back'),
  answered: said('已经有处理结果，我们将尽快答复您', 'has a result; we will tell you soon'),
  decided: said('已经有处理意见，我们将尽快答复您', 'has been decided; we will tell you soon'),
  told: said('已经处理完毕，并已答复', 'is done, and the answer has been given'),
};

/** How far a case is, as one sentence to be said to whoever has its code: nothing of who asked and what for. */
export function spokenProgress({
  kind,
  status,
  stage,
}: Pick<WorkOrder, 'kind' | 'status' | 'stage'>): BilingualText {
  if (status === 'closed') return said('已经办结', 'has been completed');
  const atStage = BY_STAGE[stage as StandardStage];
  if (atStage) return atStage;
  if (kind === 'call-back-request')
    return said('已经登记，我们将尽快给您回电', 'has been taken down; we will call back soon');
  return AT_WORK;
}
