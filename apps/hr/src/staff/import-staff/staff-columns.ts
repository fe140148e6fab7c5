import type {
  LeavingKindWord,
  LeavingReasonWord,
  StaffSkill,
  StaffStatusWord,
  StaffTierWord,
} from '@switchyard/contracts';
import { parseLocalDate, type PhoneNormaliser, toHalfWidth } from '@switchyard/domain';
import {
  type CellRefusal,
  type Column,
  readPhone,
  type ReadCell,
  readText,
  readWord,
  refuseCell,
  textColumn,
} from '@switchyard/platform';
import type { KnownPlaces } from './known-places';

const STAFF_NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;
const DAY = /^((?:19|20)\d{2})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/;
const MASKED = 'masked';

const TIERS: Readonly<Record<StaffTierWord, readonly string[]>> = {
  agent: ['专员', '客服专员'],
  senior: ['高级专员', '高级客服专员'],
  supervisor: ['主管'],
  head: ['部门负责人'],
};
const STATUSES: Readonly<Record<StaffStatusWord, readonly string[]>> = {
  expected: ['待入职'],
  active: ['在职'],
  suspended: ['停职'],
  left: ['离职'],
};
const KINDS: Readonly<Record<LeavingKindWord, readonly string[]>> = {
  voluntary: ['主动'],
  involuntary: ['被动'],
};
const REASONS: Readonly<Record<LeavingReasonWord, readonly string[]>> = {
  pay: ['薪酬'],
  workload: ['工作强度'],
  career: ['职业发展'],
  family: ['家庭'],
  studies: ['学习'],
  health: ['健康'],
  relations: ['人际关系'],
  performance: ['绩效'],
  conduct: ['违纪'],
  'contract-end': ['合同到期'],
  retirement: ['退休'],
  'never-started': ['未报到'],
  other: ['其他'],
};

/** The columns that the export writes, in either language. Departments, posts, groups and skills by code or Chinese name. */
export function staffColumns(places: KnownPlaces, normalise: PhoneNormaliser): readonly Column[] {
  const phone = readPhone(normalise);
  return [
    textColumn(
      { field: 'staffNumber', chinese: '工号', english: 'staff number', headers: ['员工编号'] },
      readNumber,
    ),
    textColumn({ field: 'name', chinese: '姓名', english: 'name' }, readText(100)),
    textColumn(
      { field: 'phone', chinese: '电话', english: 'phone', headers: ['手机', '联系电话'], required: false },
      // A list that was taken away without its numbers leaves them as they are.
      (text) => (text.includes('*') ? MASKED : phone(text)),
    ),
    textColumn(
      { field: 'departmentCode', chinese: '部门', english: 'department' },
      placeOf('部门', 'department', places.departments),
    ),
    textColumn(
      { field: 'postCode', chinese: '岗位', english: 'post' },
      placeOf('岗位', 'post', places.posts),
    ),
    textColumn({ field: 'tier', chinese: '层级', english: 'tier', required: false }, readWord(TIERS)),
    textColumn(
      { field: 'groupCode', chinese: '班组', english: 'group', required: false },
      placeOf('班组', 'group', places.groups),
    ),
    skillsColumn(places.skills),
    textColumn(
      { field: 'hiredOn', chinese: '入职日期', english: 'hired on', headers: ['入职时间'] },
      readDay,
    ),
    textColumn({ field: 'status', chinese: '状态', english: 'status', required: false }, readWord(STATUSES)),
    textColumn({ field: 'leftOn', chinese: '离职日期', english: 'left on', required: false }, readDay),
    textColumn(
      { field: 'leavingKind', chinese: '离职性质', english: 'leaving kind', required: false },
      readWord(KINDS),
    ),
    textColumn(
      { field: 'leavingReason', chinese: '离职原因', english: 'leaving reason', required: false },
      readWord(REASONS),
    ),
  ];
}

export const phoneOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'number' in value
    ? (value as { number: string }).number
    : undefined;

/** `cantonese:4;billing` as skills; 1 where no level is told. */
export function skillsOf(value: unknown): StaffSkill[] | undefined {
  if (typeof value !== 'string') return undefined;
  return value.split(';').map((part) => {
    const [code = '', level = '1'] = part.split(':');
    return { code, level: Number(level) };
  });
}

const readNumber: ReadCell = (text) => {
  const narrow = toHalfWidth(text).trim();
  return STAFF_NUMBER.test(narrow)
    ? narrow
    : refuseCell('badText', '只能是 1 到 20 位字母、数字和“-”', 'give 1 to 20 letters, digits and dashes');
};

/** From 1900 on: who works here may have been hired long ago. */
const readDay: ReadCell = (text) => {
  const match = DAY.exec(
    toHalfWidth(text)
      .trim()
      .replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, ''),
  );
  const [, year = '', month = '', day = ''] = match ?? [];
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date ?? refuseCell('badDate', '日期应如 2026-02-28', 'give a date like 2026-02-28');
};

const placeOf =
  (chinese: string, english: string, known: ReadonlyMap<string, unknown>): ReadCell =>
  (text) => {
    const narrow = known.has(text) ? text : toHalfWidth(text).trim();
    if (known.has(narrow)) return narrow;
    return refuseCell('badWord', `没有在用的${chinese}“${text}”`, `there is no ${english} "${text}" in use`);
  };

function skillsColumn(known: ReadonlyMap<string, string>): Column {
  const read = (text: string): string | CellRefusal => {
    const skills = new Map<string, string>();
    for (const part of toHalfWidth(text).split(/[;、|\n]+/)) {
      if (part.trim() === '') continue;
      const [name = '', level = '1'] = part.split(':').map((piece) => piece.trim());
      const code = known.get(name);
      if (code === undefined)
        return refuseCell('badWord', `没有技能“${name}”`, `there is no skill "${name}" in use`);
      if (!/^[1-5]$/.test(level)) return refuseCell('outOfRange', '技能等级为 1 到 5', 'a level is 1 to 5');
      skills.set(code, level);
    }
    return [...skills].map(([code, level]) => `${code}:${level}`).join(';');
  };
  const column = textColumn(
    { field: 'skills', chinese: '技能', english: 'skills', headers: ['技能等级'], required: false },
    read,
  );
  return {
    ...column,
    readJson: (value) =>
      Array.isArray(value) && value.every(isSkill)
        ? read(value.map(({ code, level }) => `${code}:${level}`).join(';'))
        : refuseCell('badText', '应为技能列表', 'give a list of { code, level }'),
  };
}

const isSkill = (value: unknown): value is StaffSkill =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as StaffSkill).code === 'string' &&
  typeof (value as StaffSkill).level === 'number';
