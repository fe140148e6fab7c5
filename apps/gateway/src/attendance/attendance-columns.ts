import type {
  AttendanceDayView,
  AttendanceMonthView,
  AttendanceStatus,
  LatenessInterviewView,
  PunchSource,
  PunchState,
  PunchView,
  ReturnInterviewView,
  SickCallView,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const STATUSES: Readonly<Record<AttendanceStatus, string>> = {
  expected: '未到班',
  present: '出勤',
  'field-work': '外勤',
  training: '培训',
  leave: '请假',
  absent: '旷工',
  'missed-punch': '缺卡',
};
const SOURCES: Readonly<Record<PunchSource, string>> = {
  'sign-in': '签到',
  manual: '手工',
  field: '外勤',
  correction: '补卡',
};
const STATES: Readonly<Record<PunchState, string>> = {
  valid: '有效',
  requested: '待审批',
  refused: '未批准',
  void: '作废',
};
const yes = (value: boolean, language: string): string =>
  language === 'en' ? String(value) : value ? '是' : '否';

const person = <Item extends { staffNumber: string; name: string }>() => [
  tableColumn<Item>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<Item>('text', '姓名', 'name', ({ name }) => name),
];

export const ATTENDANCE_DAY_COLUMNS = [
  ...person<AttendanceDayView>(),
  tableColumn<AttendanceDayView>('own', '日期', 'work date', ({ workDate }) => workDate),
  tableColumn<AttendanceDayView>('own', '上班时间', 'start', ({ startAt }) => startAt),
  tableColumn<AttendanceDayView>('own', '下班时间', 'end', ({ endAt }) => endAt),
  tableColumn<AttendanceDayView>('own', '状态', 'status', ({ status }, language) =>
    language === 'en' ? status : STATUSES[status],
  ),
  tableColumn<AttendanceDayView>('number', '请假', 'leave share', ({ leaveShare }) => leaveShare),
  tableColumn<AttendanceDayView>('number', '迟到分钟', 'late minutes', ({ lateMinutes }) => lateMinutes),
  tableColumn<AttendanceDayView>('number', '早退分钟', 'early minutes', ({ earlyMinutes }) => earlyMinutes),
  tableColumn<AttendanceDayView>('own', '签到', 'came', ({ firstInAt }) => firstInAt),
  tableColumn<AttendanceDayView>('own', '签退', 'went', ({ lastOutAt }) => lastOutAt),
  tableColumn<AttendanceDayView>(
    'number',
    '排班分钟',
    'rostered minutes',
    ({ rosteredMinutes }) => rosteredMinutes,
  ),
  tableColumn<AttendanceDayView>(
    'number',
    '出勤分钟',
    'worked minutes',
    ({ workedMinutes }) => workedMinutes,
  ),
  tableColumn<AttendanceDayView>(
    'number',
    '加班分钟',
    'overtime minutes',
    ({ overtimeMinutes }) => overtimeMinutes,
  ),
];

const figure = (
  chinese: string,
  english: string,
  value: (figures: AttendanceMonthView['figures']) => number,
) => tableColumn<AttendanceMonthView>('number', chinese, english, ({ figures }) => value(figures));

export const ATTENDANCE_MONTH_COLUMNS = [
  ...person<AttendanceMonthView>(),
  tableColumn<AttendanceMonthView>('own', '月份', 'month', ({ month }) => month),
  figure('排班天数', 'rostered days', ({ rosteredDays }) => rosteredDays),
  figure('出勤天数', 'attended days', ({ attendedDays }) => attendedDays),
  tableColumn<AttendanceMonthView>(
    'number',
    '出勤率%',
    'attendance %',
    ({ attendancePercent }) => attendancePercent,
  ),
  figure('准时天数', 'days on time', ({ onTimeDays }) => onTimeDays),
  tableColumn<AttendanceMonthView>(
    'number',
    '准时出勤率%',
    'on time %',
    ({ onTimePercent }) => onTimePercent,
  ),
  figure('迟到次数', 'times late', ({ lateCount }) => lateCount),
  figure('迟到分钟', 'late minutes', ({ lateMinutes }) => lateMinutes),
  figure('登记迟到', 'logged lateness', ({ loggedLateCount }) => loggedLateCount),
  figure('早退次数', 'times early', ({ earlyCount }) => earlyCount),
  figure('旷工天数', 'absent days', ({ absentDays }) => absentDays),
  figure('缺卡天数', 'days with a missing punch', ({ missedPunchDays }) => missedPunchDays),
  figure('病假天数', 'sick days', ({ sick }) => sick.days),
  figure('事假天数', 'personal days', ({ personal }) => personal.days),
  figure('请假天数', 'days of leave', ({ leaveDays }) => leaveDays),
  figure('培训天数', 'days of training', ({ trainingDays }) => trainingDays),
  figure('外勤天数', 'days of field work', ({ fieldDays }) => fieldDays),
  figure('加班分钟', 'overtime minutes', ({ overtimeMinutes }) => overtimeMinutes),
  figure('排班分钟', 'rostered minutes', ({ rosteredMinutes }) => rosteredMinutes),
];

export const PUNCH_COLUMNS = [
  ...person<PunchView>(),
  tableColumn<PunchView>('own', '方向', 'direction', ({ direction }, language) =>
    language === 'en' ? direction : direction === 'in' ? '上班' : '下班',
  ),
  tableColumn<PunchView>('own', '时间', 'at', ({ at }) => at),
  tableColumn<PunchView>('own', '时区', 'zone', ({ zone }) => zone),
  tableColumn<PunchView>('own', '来源', 'source', ({ source }, language) =>
    language === 'en' ? source : SOURCES[source],
  ),
  tableColumn<PunchView>('own', '状态', 'state', ({ state }, language) =>
    language === 'en' ? state : STATES[state],
  ),
  tableColumn<PunchView>('text', '地点', 'place', ({ place }) => place),
  tableColumn<PunchView>('text', '原因', 'reason', ({ reason }) => reason),
  tableColumn<PunchView>('own', '记录时间', 'recorded at', ({ recordedAt }) => recordedAt),
];

export const LATENESS_INTERVIEW_COLUMNS = [
  ...person<LatenessInterviewView>(),
  tableColumn<LatenessInterviewView>('own', '月份', 'month', ({ month }) => month),
  tableColumn<LatenessInterviewView>('number', '迟到次数', 'times late', ({ lateCount }) => lateCount),
  tableColumn<LatenessInterviewView>('own', '状态', 'state', ({ state }) => state),
  tableColumn<LatenessInterviewView>('own', '面谈时间', 'held at', ({ heldAt }) => heldAt),
  tableColumn<LatenessInterviewView>('text', '面谈记录', 'record', ({ record }) => record),
  tableColumn<LatenessInterviewView>('own', '复核时间', 'reviewed at', ({ reviewedAt }) => reviewedAt),
  tableColumn<LatenessInterviewView>('text', '复核意见', 'review', ({ review }) => review),
];

export const RETURN_INTERVIEW_COLUMNS = [
  ...person<ReturnInterviewView>(),
  tableColumn<ReturnInterviewView>('own', '返岗日期', 'returned on', ({ returnedOn }) => returnedOn),
  tableColumn<ReturnInterviewView>('own', '期限', 'due at', ({ dueAt }) => dueAt),
  tableColumn<ReturnInterviewView>('own', '逾期', 'overdue', ({ overdue }, language) =>
    yes(overdue, language),
  ),
  tableColumn<ReturnInterviewView>('own', '面谈时间', 'held at', ({ heldAt }) => heldAt),
  tableColumn<ReturnInterviewView>('text', '面谈记录', 'record', ({ record }) => record),
];

export const SICK_CALL_COLUMNS = [
  ...person<SickCallView>(),
  tableColumn<SickCallView>('own', '日期', 'work date', ({ workDate }) => workDate),
  tableColumn<SickCallView>('own', '来电时间', 'called at', ({ calledAt }) => calledAt),
  tableColumn<SickCallView>('own', '及时', 'in time', ({ inTime }, language) => yes(inTime, language)),
  tableColumn<SickCallView>('text', '说明', 'note', ({ note }) => note),
];
