import type { BilingualText } from '@switchyard/contracts';
import type { WorkOrder } from '../work-orders.port';

/** How far a case is, as one sentence to be said to whoever has its code: nothing of who asked and what for. */
export function spokenProgress({ kind, status }: Pick<WorkOrder, 'kind' | 'status'>): BilingualText {
  if (status === 'closed') return { 'zh-CN': '已经办结', en: 'has been completed' };
  if (kind === 'call-back-request') {
    return { 'zh-CN': '已经登记，我们将尽快给您回电', en: 'has been taken down; we will call back soon' };
  }
  return { 'zh-CN': '已经受理，正在处理', en: 'has been accepted and is being worked on' };
}
