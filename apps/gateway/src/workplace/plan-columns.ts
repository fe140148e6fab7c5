import type { PlanItemView, PlanState } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { inWords, yesNo } from '../http/in-words';

const STATES: Readonly<Record<PlanState, readonly [string, string]>> = {
  open: ['进行中', 'open'],
  done: ['完成', 'done'],
  dropped: ['取消', 'dropped'],
};

export const PLAN_COLUMNS = [
  tableColumn<PlanItemView>('own', '编号', 'id', ({ itemId }) => itemId),
  tableColumn<PlanItemView>('own', '上级', 'part of', ({ parentId }) => parentId),
  tableColumn<PlanItemView>('own', '周期', 'period', ({ period }) => period),
  tableColumn<PlanItemView>('text', '事项', 'item', ({ title }) => title),
  tableColumn<PlanItemView>('text', '目标', 'target', ({ target }) => target),
  tableColumn<PlanItemView>('own', '责任人', 'owner', ({ ownerNumber }) => ownerNumber),
  tableColumn<PlanItemView>('own', '状态', 'state', ({ state }, language) =>
    inWords(STATES, state, language),
  ),
  tableColumn<PlanItemView>('number', '进度 %', 'progress %', ({ progress }) => progress),
  tableColumn<PlanItemView>('own', '滞后', 'behind', ({ behind }, language) => yesNo(behind, language)),
];
