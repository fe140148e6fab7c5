import type { EscalationView, NotificationView, NotifiedRole, ServiceClockView } from '@switchyard/contracts';
import { type TableColumn, tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, type Words, yesNo } from '../http/in-words';

const SUBJECTS: Words<ServiceClockView['subject']> = {
  'work-order': ['工单', 'work order'],
  outage: ['停电', 'outage'],
  'notice-data': ['通知数据', 'notice data'],
};
const STATES: Words<ServiceClockView['state']> = {
  running: ['计时中', 'running'],
  paused: ['已暂停', 'paused'],
  met: ['已完成', 'met'],
  ended: ['已终止', 'ended'],
};
const DUE_SOURCES: Words<ServiceClockView['dueBy']> = {
  policy: ['规定时限', 'policy'],
  're-targeted': ['调整时限', 're-targeted'],
  manual: ['手工指定', 'set by hand'],
  given: ['约定时间', 'as promised'],
};

/** Time limits as a table. */
export const SERVICE_CLOCK_COLUMNS: readonly TableColumn<ServiceClockView>[] = [
  tableColumn('own', '对象', 'about', ({ subject }, language) => inWords(SUBJECTS, subject, language)),
  tableColumn('text', '编号', 'number', ({ subjectId }) => subjectId),
  tableColumn('text', '类型', 'kind', ({ kind }) => kind),
  tableColumn('own', '时限编号', 'limit', ({ limit }) => limit),
  tableColumn('text', '时限', 'name', ({ nameZh, nameEn }, language) =>
    language === 'en' ? nameEn : nameZh,
  ),
  tableColumn('text', '承办', 'owner', ({ owner }) => owner),
  tableColumn('text', '区域', 'area', ({ areaCode }) => areaCode),
  tableColumn('number', '轮次', 'cycle', ({ cycle }) => cycle),
  tableColumn('own', '状态', 'state', ({ state }, language) => inWords(STATES, state, language)),
  tableColumn('own', '开始', 'started', ({ startedAt }) => chinaTime(startedAt)),
  tableColumn('own', '到期', 'due', ({ dueAt }) => chinaTime(dueAt)),
  tableColumn('own', '到期依据', 'due by', ({ dueBy }, language) => inWords(DUE_SOURCES, dueBy, language)),
  tableColumn('own', '暂定', 'provisional', ({ provisional }, language) => yesNo(provisional, language)),
  tableColumn('own', '完成', 'met', ({ metAt }) => chinaTime(metAt)),
  tableColumn('own', '超期自', 'late since', ({ breachedAt }) => chinaTime(breachedAt)),
  tableColumn('number', '已升级到', 'level told', ({ level }) => level),
];

const ROLES: Words<NotifiedRole> = {
  owner: ['承办人', 'owner'],
  liaison: ['接口人', 'interface person'],
  'department-head': ['部门负责人', 'department head'],
  'shift-leader': ['值班长', 'shift leader'],
  'centre-head': ['中心主任', 'centre head'],
  city: ['地市', 'city'],
  province: ['省公司', 'province'],
  operator: ['系统管理员', 'operator'],
};

/** Levels that were told, as a table. */
export const ESCALATION_COLUMNS: readonly TableColumn<EscalationView>[] = [
  tableColumn('own', '对象', 'about', ({ clock }, language) => inWords(SUBJECTS, clock.subject, language)),
  tableColumn('text', '编号', 'number', ({ clock }) => clock.subjectId),
  tableColumn('own', '时限编号', 'limit', ({ clock }) => clock.limit),
  tableColumn('text', '时限', 'name', ({ clock }, language) =>
    language === 'en' ? clock.nameEn : clock.nameZh,
  ),
  tableColumn('text', '承办', 'owner', ({ clock }) => clock.owner),
  tableColumn('own', '到期', 'due', ({ clock }) => chinaTime(clock.dueAt)),
  tableColumn('number', '级别', 'level', ({ level }) => level.level),
  tableColumn('own', '告知对象', 'told', ({ level }, language) =>
    level.recipients.map((role) => inWords(ROLES, role, language)).join(language === 'en' ? ', ' : '、'),
  ),
  tableColumn('own', '告知时间', 'told at', ({ level }) => chinaTime(level.firedAt)),
  tableColumn('own', '确认时间', 'acknowledged at', ({ level }) => chinaTime(level.acknowledgedAt)),
  tableColumn('text', '确认人', 'acknowledged by', ({ level }) => level.acknowledgedBy),
];

/** What departments, leaders and the operator were told, as a table. */
export const NOTIFICATION_COLUMNS: readonly TableColumn<NotificationView>[] = [
  tableColumn('own', '时间', 'at', ({ at }) => chinaTime(at)),
  tableColumn('own', '告知对象', 'told', ({ role }, language) => inWords(ROLES, role, language)),
  tableColumn('text', '部门', 'department', ({ department }) => department),
  tableColumn('text', '告知人员', 'person', ({ accountId }) => accountId),
  tableColumn('text', '类型', 'kind', ({ kind }) => kind),
  tableColumn('text', '对象', 'about', ({ subject }) => subject),
  tableColumn('text', '编号', 'number', ({ subjectId }) => subjectId),
  tableColumn('text', '标题', 'title', ({ title }, language) => title[language]),
  tableColumn('text', '内容', 'text', ({ text }, language) => text[language]),
  tableColumn('own', '阅读时间', 'read at', ({ readAt }) => chinaTime(readAt)),
  tableColumn('text', '阅读人', 'read by', ({ readBy }) => readBy),
];
