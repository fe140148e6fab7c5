import type {
  ActionState,
  MeetingActionView,
  MeetingKindWord,
  MeetingState,
  MeetingView,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, yesNo } from '../http/in-words';

const KINDS: Readonly<Record<MeetingKindWord, readonly [string, string]>> = {
  daily: ['每日例会', 'daily'],
  sunrise: ['8:30 晨会', 'sunrise'],
  fortnightly: ['双周例会', 'fortnightly'],
  monthly: ['月度会议', 'monthly'],
  quarterly: ['季度会议', 'quarterly'],
  coaching: ['辅导', 'coaching'],
  other: ['其他', 'other'],
};
const STATES: Readonly<Record<MeetingState, readonly [string, string]>> = {
  planned: ['已安排', 'planned'],
  held: ['已召开', 'held'],
  cancelled: ['已取消', 'cancelled'],
};
const ACTION_STATES: Readonly<Record<ActionState, readonly [string, string]>> = {
  open: ['待办', 'open'],
  done: ['完成', 'done'],
  dropped: ['取消', 'dropped'],
};

export const MEETING_COLUMNS = [
  tableColumn<MeetingView>('own', '类型', 'type', ({ kind }, language) => inWords(KINDS, kind, language)),
  tableColumn<MeetingView>('text', '主题', 'title', ({ title }) => title),
  tableColumn<MeetingView>('own', '开始', 'begins', ({ startsAt }) => chinaTime(startsAt)),
  tableColumn<MeetingView>('number', '分钟', 'minutes', ({ minutes }) => minutes),
  tableColumn<MeetingView>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<MeetingView>('own', '主持人', 'chair', ({ chairNumber }) => chairNumber),
  tableColumn<MeetingView>('own', '状态', 'state', ({ state }, language) => inWords(STATES, state, language)),
  tableColumn<MeetingView>('number', '应到', 'asked', ({ attendees }) => attendees.length),
  tableColumn<MeetingView>(
    'number',
    '实到',
    'came',
    ({ attendees }) => attendees.filter(({ attended }) => attended === true).length,
  ),
  tableColumn<MeetingView>('text', '决议', 'decisions', ({ decisions }) =>
    decisions.map(({ text }) => text).join('; '),
  ),
  tableColumn<MeetingView>('number', '行动项', 'actions', ({ actions }) => actions.length),
];

export const ACTION_COLUMNS = [
  tableColumn<MeetingActionView>('own', '会议类型', 'meeting', ({ kind }, language) =>
    inWords(KINDS, kind, language),
  ),
  tableColumn<MeetingActionView>('text', '行动项', 'action', ({ text }) => text),
  tableColumn<MeetingActionView>('own', '责任人', 'owner', ({ ownerNumber }) => ownerNumber),
  tableColumn<MeetingActionView>('own', '期限', 'due on', ({ dueOn }) => dueOn),
  tableColumn<MeetingActionView>('own', '状态', 'state', ({ state }, language) =>
    inWords(ACTION_STATES, state, language),
  ),
  tableColumn<MeetingActionView>('own', '逾期', 'overdue', ({ overdue }, language) =>
    yesNo(overdue, language),
  ),
  tableColumn<MeetingActionView>('text', '结果', 'result', ({ result }) => result),
];
