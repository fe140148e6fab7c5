import type {
  CertificateView,
  CourseView,
  EnrolmentState,
  EnrolmentView,
  OnboardingView,
  ServiceLevelTestView,
  TrainingNeedView,
  TrainingRecordView,
  TrainingSessionState,
  TrainingSessionView,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';
import { chinaTime } from '../http/china-time';
import { inWords, type Words, yesNo } from '../http/in-words';

const COMPLETION: Words<TrainingRecordView['completion']> = {
  completed: ['完成', 'completed'],
  'attendance-missing': ['缺勤', 'attendance-missing'],
  'exam-open': ['待考试', 'exam-open'],
  'exam-failed': ['考试未通过', 'exam-failed'],
};
const SOURCE: Words<TrainingRecordView['source']> = {
  session: ['培训场次', 'session'],
  import: ['导入', 'import'],
};
const SESSION_STATE: Words<TrainingSessionState> = {
  planned: ['计划', 'planned'],
  held: ['已举办', 'held'],
  cancelled: ['取消', 'cancelled'],
};
const ENROLMENT_STATE: Words<EnrolmentState> = {
  enrolled: ['已报名', 'enrolled'],
  waiting: ['候补', 'waiting'],
  withdrawn: ['已退出', 'withdrawn'],
  attended: ['出席', 'attended'],
  absent: ['缺席', 'absent'],
};
const CERTIFICATE_STATE: Words<CertificateView['state']> = {
  valid: ['有效', 'valid'],
  expired: ['过期', 'expired'],
  revoked: ['撤销', 'revoked'],
};
const ONBOARDING_STATE: Words<OnboardingView['state']> = {
  complete: ['已完成', 'complete'],
  'on-track': ['正常', 'on track'],
  behind: ['落后', 'behind'],
  overdue: ['逾期', 'overdue'],
};
const NEED_STATE: Words<TrainingNeedView['state']> = {
  open: ['待定', 'open'],
  planned: ['已列入', 'planned'],
  declined: ['不安排', 'declined'],
};

export const COURSE_COLUMNS = [
  tableColumn<CourseView>('own', '课程编号', 'course code', ({ code }) => code),
  tableColumn<CourseView>('text', '课程名称', 'title in Chinese', ({ titleZh }) => titleZh),
  tableColumn<CourseView>('text', '英文名称', 'title in English', ({ titleEn }) => titleEn),
  tableColumn<CourseView>('number', '版本', 'version', ({ version }) => version),
  tableColumn<CourseView>('text', '内容', 'topics', ({ topics }, language) =>
    topics.join(language === 'en' ? '; ' : '；'),
  ),
  tableColumn<CourseView>(
    'number',
    '计划时长（分钟）',
    'planned minutes',
    ({ plannedMinutes }) => plannedMinutes,
  ),
  tableColumn<CourseView>('own', '需考试', 'exam required', ({ examRequired }, language) =>
    yesNo(examRequired, language),
  ),
  tableColumn<CourseView>(
    'number',
    '出席要求（%）',
    'attendance (%)',
    ({ attendancePercent }) => attendancePercent,
  ),
  tableColumn<CourseView>('own', '发证书', 'certificate', ({ certificate }, language) =>
    yesNo(certificate !== undefined, language),
  ),
  tableColumn<CourseView>(
    'number',
    '证书有效（月）',
    'valid months',
    ({ certificate }) => certificate?.validMonths,
  ),
  tableColumn<CourseView>('own', '启用', 'active', ({ active }, language) => yesNo(active, language)),
  tableColumn<CourseView>('text', '说明', 'description', ({ description }) => description),
];

/** The import of records reads what this writes. */
export const TRAINING_RECORD_COLUMNS = [
  tableColumn<TrainingRecordView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<TrainingRecordView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<TrainingRecordView>('own', '课程编号', 'course code', ({ courseCode }) => courseCode),
  tableColumn<TrainingRecordView>('text', '课程名称', 'course', ({ titleZh }) => titleZh),
  tableColumn<TrainingRecordView>('own', '日期', 'day', ({ heldOn }) => heldOn),
  tableColumn<TrainingRecordView>('number', '分钟数', 'minutes', ({ minutes }) => minutes),
  tableColumn<TrainingRecordView>('own', '结果', 'completion', ({ completion }, language) =>
    inWords(COMPLETION, completion, language),
  ),
  tableColumn<TrainingRecordView>('number', '得分', 'score', ({ score }) => score),
  tableColumn<TrainingRecordView>('number', '满分', 'full marks', ({ fullMarks }) => fullMarks),
  tableColumn<TrainingRecordView>('own', '来源', 'source', ({ source }, language) =>
    inWords(SOURCE, source, language),
  ),
  tableColumn<TrainingRecordView>('text', '记录编号', 'reference', ({ reference }) => reference),
  tableColumn<TrainingRecordView>('text', '备注', 'remark', ({ remark }) => remark),
];

export const TRAINING_SESSION_COLUMNS = [
  tableColumn<TrainingSessionView>('own', '课程编号', 'course code', ({ courseCode }) => courseCode),
  tableColumn<TrainingSessionView>('text', '课程名称', 'course', ({ titleZh, titleEn }, language) =>
    language === 'en' ? titleEn : titleZh,
  ),
  tableColumn<TrainingSessionView>('own', '开始', 'begin', ({ startsAt }) => chinaTime(startsAt)),
  tableColumn<TrainingSessionView>('own', '结束', 'end', ({ endsAt }) => chinaTime(endsAt)),
  tableColumn<TrainingSessionView>('text', '地点', 'place', ({ place }) => place),
  tableColumn<TrainingSessionView>('text', '培训师', 'trainer', ({ trainer }) => trainer),
  tableColumn<TrainingSessionView>('number', '名额', 'seats', ({ capacity }) => capacity),
  tableColumn<TrainingSessionView>('number', '已报名', 'enrolled', ({ enrolled }) => enrolled),
  tableColumn<TrainingSessionView>('number', '候补', 'waiting', ({ waiting }) => waiting),
  tableColumn<TrainingSessionView>('own', '状态', 'state', ({ state }, language) =>
    inWords(SESSION_STATE, state, language),
  ),
];

export const ENROLMENT_COLUMNS = [
  tableColumn<EnrolmentView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<EnrolmentView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<EnrolmentView>('own', '状态', 'state', ({ state }, language) =>
    inWords(ENROLMENT_STATE, state, language),
  ),
  tableColumn<EnrolmentView>('number', '候补顺序', 'place in line', ({ placeInLine }) => placeInLine),
  tableColumn<EnrolmentView>('number', '分钟数', 'minutes', ({ attendedMinutes }) => attendedMinutes),
  tableColumn<EnrolmentView>('own', '报名时间', 'enrolled at', ({ enrolledAt }) => chinaTime(enrolledAt)),
];

export const CERTIFICATE_COLUMNS = [
  tableColumn<CertificateView>('own', '证书编号', 'number', ({ number }) => number),
  tableColumn<CertificateView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<CertificateView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<CertificateView>('text', '课程名称', 'course', ({ titleZh, titleEn }, language) =>
    language === 'en' ? titleEn : titleZh,
  ),
  tableColumn<CertificateView>('own', '发证日期', 'issued on', ({ issuedOn }) => issuedOn),
  tableColumn<CertificateView>('own', '有效期至', 'expires on', ({ expiresOn }) => expiresOn),
  tableColumn<CertificateView>('own', '状态', 'state', ({ state }, language) =>
    inWords(CERTIFICATE_STATE, state, language),
  ),
  tableColumn<CertificateView>('own', '提醒日期', 'reminded on', ({ remindedOn }) => remindedOn),
];

export const ONBOARDING_COLUMNS = [
  tableColumn<OnboardingView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<OnboardingView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<OnboardingView>('own', '入职日期', 'hired on', ({ hiredOn }) => hiredOn),
  tableColumn<OnboardingView>('number', '已完成分钟', 'minutes', ({ minutes }) => minutes),
  tableColumn<OnboardingView>('number', '应有分钟', 'expected', ({ expectedMinutes }) => expectedMinutes),
  tableColumn<OnboardingView>('number', '要求分钟', 'required', ({ requiredMinutes }) => requiredMinutes),
  tableColumn<OnboardingView>('own', '截止日期', 'due on', ({ dueOn }) => dueOn),
  tableColumn<OnboardingView>('own', '状态', 'state', ({ state }, language) =>
    inWords(ONBOARDING_STATE, state, language),
  ),
];

export const SERVICE_LEVEL_TEST_COLUMNS = [
  tableColumn<ServiceLevelTestView>('own', '工号', 'staff number', ({ staffNumber }) => staffNumber),
  tableColumn<ServiceLevelTestView>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<ServiceLevelTestView>('own', '日期', 'day', ({ takenOn }) => takenOn),
  tableColumn<ServiceLevelTestView>('number', '笔试', 'written', ({ written }) => written),
  tableColumn<ServiceLevelTestView>('number', '电话测试', 'phone', ({ phone }) => phone),
  tableColumn<ServiceLevelTestView>(
    'number',
    '笔试权重',
    'written %',
    ({ writtenPercent }) => writtenPercent,
  ),
  tableColumn<ServiceLevelTestView>('number', '电话权重', 'phone %', ({ phonePercent }) => phonePercent),
  tableColumn<ServiceLevelTestView>('number', '成绩', 'result', ({ result }) => result),
  tableColumn<ServiceLevelTestView>('own', '权重待确认', 'weights to be confirmed', ({ flagged }, language) =>
    yesNo(flagged, language),
  ),
];

export const TRAINING_NEED_COLUMNS = [
  tableColumn<TrainingNeedView>('number', '年度', 'year', ({ year }) => year),
  tableColumn<TrainingNeedView>('number', '季度', 'quarter', ({ quarter }) => quarter),
  tableColumn<TrainingNeedView>('text', '主题', 'topic', ({ topic }) => topic),
  tableColumn<TrainingNeedView>('own', '课程编号', 'course code', ({ courseCode }) => courseCode),
  tableColumn<TrainingNeedView>('number', '人数', 'people', ({ staffNumbers }) => staffNumbers.length),
  tableColumn<TrainingNeedView>('number', '质检问题数', 'findings', ({ findings }) => findings),
  tableColumn<TrainingNeedView>('own', '状态', 'state', ({ state }, language) =>
    inWords(NEED_STATE, state, language),
  ),
  tableColumn<TrainingNeedView>('text', '决定', 'decision', ({ decision }) => decision),
];
