import type { StaffProposalState, StaffProposalView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords } from '../http/in-words';

const STATES: Readonly<Record<StaffProposalState, readonly [string, string]>> = {
  submitted: ['待评审', 'submitted'],
  adopted: ['已采纳', 'adopted'],
  declined: ['未采纳', 'declined'],
  withdrawn: ['已撤回', 'withdrawn'],
};

export const PROPOSAL_COLUMNS = [
  tableColumn<StaffProposalView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<StaffProposalView>('text', '标题', 'title', ({ title }) => title),
  tableColumn<StaffProposalView>('text', '内容', 'text', ({ text }) => text),
  tableColumn<StaffProposalView>('own', '状态', 'state', ({ state }, language) =>
    inWords(STATES, state, language),
  ),
  tableColumn<StaffProposalView>('own', '提交时间', 'made at', ({ submittedAt }) => chinaTime(submittedAt)),
  tableColumn<StaffProposalView>('own', '评审期限', 'due on', ({ dueOn }) => dueOn),
  tableColumn<StaffProposalView>('text', '评审人', 'judged by', ({ judgedBy }) => judgedBy),
  tableColumn<StaffProposalView>('text', '评审意见', 'reason', ({ judgement }) => judgement),
];
