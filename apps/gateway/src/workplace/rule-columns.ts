import type { RuleReceipt, RuleStanding, RuleVersionView } from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords } from '../http/in-words';

const STANDINGS: Readonly<Record<RuleStanding, readonly [string, string]>> = {
  draft: ['草案', 'draft'],
  rejected: ['未通过', 'rejected'],
  coming: ['待生效', 'coming'],
  'in-force': ['现行', 'in force'],
  superseded: ['已废止', 'superseded'],
};

export const RULE_COLUMNS = [
  tableColumn<RuleVersionView>('own', '编码', 'code', ({ code }) => code),
  tableColumn<RuleVersionView>('number', '版本', 'version', ({ version }) => version),
  tableColumn<RuleVersionView>('text', '标题', 'title', ({ title }) => title),
  tableColumn<RuleVersionView>('text', '修订说明', 'change', ({ changeNote }) => changeNote),
  tableColumn<RuleVersionView>('own', '状态', 'standing', ({ standing }, language) =>
    inWords(STANDINGS, standing, language),
  ),
  tableColumn<RuleVersionView>('own', '生效日期', 'in force from', ({ inForceFrom }) => inForceFrom),
  tableColumn<RuleVersionView>('text', '起草人', 'drafted by', ({ draftedBy }) => draftedBy),
  tableColumn<RuleVersionView>('text', '审批人', 'decided by', ({ decidedBy }) => decidedBy),
  tableColumn<RuleVersionView>('number', '已发放', 'handed out', ({ handedOut }) => handedOut),
  tableColumn<RuleVersionView>('number', '已签收', 'acknowledged', ({ acknowledged }) => acknowledged),
];

export const RULE_RECEIPT_COLUMNS = [
  tableColumn<RuleReceipt>('own', '编码', 'code', ({ code }) => code),
  tableColumn<RuleReceipt>('number', '版本', 'version', ({ version }) => version),
  tableColumn<RuleReceipt>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<RuleReceipt>('own', '发放时间', 'handed out at', ({ handedOutAt }) => chinaTime(handedOutAt)),
  tableColumn<RuleReceipt>('own', '签收时间', 'acknowledged at', ({ acknowledgedAt }) =>
    chinaTime(acknowledgedAt),
  ),
];
