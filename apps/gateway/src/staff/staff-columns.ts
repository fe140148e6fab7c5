import type {
  LeavingKindWord,
  LeavingReasonWord,
  StaffStatusWord,
  StaffTierWord,
  StaffView,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

/** Words as the import of staff reads them again. */
export const STATUS_WORDS: Readonly<Record<StaffStatusWord, string>> = {
  expected: '待入职',
  active: '在职',
  suspended: '停职',
  left: '离职',
};
export const TIER_WORDS: Readonly<Record<StaffTierWord, string>> = {
  agent: '专员',
  senior: '高级专员',
  supervisor: '主管',
  head: '部门负责人',
};
export const KIND_WORDS: Readonly<Record<LeavingKindWord, string>> = {
  voluntary: '主动',
  involuntary: '被动',
};
export const LEAVING_WORDS: Readonly<Record<LeavingReasonWord, string>> = {
  pay: '薪酬',
  workload: '工作强度',
  career: '职业发展',
  family: '家庭',
  studies: '学习',
  health: '健康',
  relations: '人际关系',
  performance: '绩效',
  conduct: '违纪',
  'contract-end': '合同到期',
  retirement: '退休',
  'never-started': '未报到',
  other: '其他',
};

export const STAFF_COLUMNS = [
  tableColumn<StaffView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<StaffView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<StaffView>('own', '电话', 'phone', ({ phone }) => phone),
  tableColumn<StaffView>('own', '部门', 'department', ({ departmentCode }) => departmentCode),
  tableColumn<StaffView>('own', '岗位', 'post', ({ postCode }) => postCode),
  tableColumn<StaffView>('own', '层级', 'tier', ({ tier }, language) =>
    language === 'en' ? tier : TIER_WORDS[tier],
  ),
  tableColumn<StaffView>('own', '班组', 'group', ({ groupCode }) => groupCode),
  tableColumn<StaffView>('own', '技能', 'skills', ({ skills }) =>
    skills.map(({ code, level }) => `${code}:${level}`).join(';'),
  ),
  tableColumn<StaffView>('own', '入职日期', 'hired on', ({ hiredOn }) => hiredOn),
  tableColumn<StaffView>('own', '状态', 'status', ({ status }, language) =>
    language === 'en' ? status : STATUS_WORDS[status],
  ),
  tableColumn<StaffView>('own', '离职日期', 'left on', ({ leftOn }) => leftOn),
  tableColumn<StaffView>('own', '离职性质', 'leaving kind', ({ leavingKind }, language) =>
    leavingKind === undefined || language === 'en' ? leavingKind : KIND_WORDS[leavingKind],
  ),
  tableColumn<StaffView>('own', '离职原因', 'leaving reason', ({ leavingReason }, language) =>
    leavingReason === undefined || language === 'en' ? leavingReason : LEAVING_WORDS[leavingReason],
  ),
];
