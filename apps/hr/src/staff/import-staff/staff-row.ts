import type {
  LeavingKindWord,
  LeavingReasonWord,
  StaffSkill,
  StaffStatusWord,
  StaffTierWord,
} from '@switchyard/contracts';
import { type LocalDate, localDate } from '@switchyard/domain';
import { type Assembled, type CellRefusal, refuseCell, type RowValues } from '@switchyard/platform';
import type { StaffRecord } from '../staff-register.port';
import type { KnownPlaces } from './known-places';
import { phoneOf, skillsOf } from './staff-columns';

/** Somebody as a table tells them; what is absent stays as it was. */
export interface StaffRow {
  readonly line: number;
  readonly staffNumber: string;
  readonly name: string;
  readonly phone?: string;
  readonly departmentCode: string;
  readonly postCode: string;
  readonly tier: StaffTierWord;
  readonly groupCode?: string;
  readonly skills?: readonly StaffSkill[];
  readonly hiredOn: LocalDate;
  readonly left?: {
    readonly on: LocalDate;
    readonly kind: LeavingKindWord;
    readonly reason: LeavingReasonWord;
  };
  /** Who has the number already. */
  readonly known?: StaffRecord;
}

/** Puts a row together, or says which field contradicts the others or what is known. */
export function staffRowOf(places: KnownPlaces) {
  return (line: number, values: RowValues): Assembled<StaffRow> => {
    const text = (field: string) => values[field] as string | undefined;
    const known = places.staff.get(text('staffNumber') ?? '');
    const post = places.posts.get(text('postCode') ?? '');
    const group = places.groups.get(text('groupCode') ?? '');
    const departmentCode = places.departments.get(text('departmentCode') ?? '') ?? '';
    const hiredOn = localDate(text('hiredOn') ?? '');
    const phone = phoneOf(values.phone);
    const skills = skillsOf(values.skills);
    const status = text('status') as StaffStatusWord | undefined;
    const leftOn = text('leftOn');
    const postCode = post?.code ?? '';
    const keeps = known !== undefined && known.postCode === postCode;
    const tier = text('tier') ?? (keeps ? known.tier : post?.tier) ?? 'agent';
    const row: StaffRow = {
      line,
      staffNumber: text('staffNumber') ?? '',
      name: text('name') ?? '',
      departmentCode,
      postCode,
      tier: tier as StaffTierWord,
      hiredOn,
      ...(phone !== undefined && { phone }),
      ...(group && { groupCode: group.code }),
      ...(skills && { skills }),
      ...(leftOn !== undefined && {
        left: {
          on: localDate(leftOn),
          kind: (text('leavingKind') ?? 'voluntary') as LeavingKindWord,
          reason: (text('leavingReason') ?? 'other') as LeavingReasonWord,
        },
      }),
      ...(known && { known }),
    };
    const problem =
      (group && group.departmentCode !== departmentCode
        ? at('groupCode', '班组不属于该部门', 'the group belongs to another department')
        : undefined) ??
      (post?.admin === true && !keeps && !places.mayMakeAdmins
        ? at(
            'postCode',
            '该岗位为系统管理员，须由可管理账号者导入',
            'makes admins: only who may change accounts gives it',
          )
        : undefined) ??
      leavingProblem(row, status, places.today) ??
      (known ? knownProblem(row, known, status) : newProblem(status)) ??
      (known?.accountId === places.importedBy && differs(row, known)
        ? at('row', '不能由本人导入本人的调动', 'is you: somebody else has to import your transfer')
        : undefined);
    return problem ?? { row };
  };
}

function leavingProblem(
  { left, hiredOn }: StaffRow,
  status: StaffStatusWord | undefined,
  today: string,
): Refused | undefined {
  if (status === 'left' && !left)
    return at('leftOn', '离职人员须有离职日期', 'must be given for who has left');
  if (!left) return undefined;
  if (status !== undefined && status !== 'left')
    return at('status', '有离职日期者状态应为离职', 'must be left where there is a day of leaving');
  if (left.on < hiredOn) return at('leftOn', '早于入职日期', 'lies before the first day');
  if (left.on > today)
    return at('leftOn', '将来的离职请登记为离职步骤', 'lies in the future: record the leaving as a step');
  return undefined;
}

function knownProblem(
  row: StaffRow,
  known: StaffRecord,
  status: StaffStatusWord | undefined,
): Refused | undefined {
  if (known.hiredOn !== row.hiredOn)
    return at(
      'hiredOn',
      `与登记的 ${known.hiredOn} 不同，不能由导入更改`,
      `differs from ${known.hiredOn}; an import does not change it`,
    );
  const left = row.left !== undefined || status === 'left';
  if (left !== (known.status === 'left'))
    return at(
      'status',
      '离职须登记为步骤，导入不改变在职状态',
      'a leaving is recorded as a step: an import changes no status',
    );
  if (known.status === 'left' && differs(row, known))
    return at('row', '此人已离职，不能更改', 'has left; nothing of them changes');
  return undefined;
}

const newProblem = (status: StaffStatusWord | undefined): Refused | undefined =>
  status === 'suspended' ? at('status', '停职须登记为步骤', 'a suspension is recorded as a step') : undefined;

/** Whether a row moves somebody whom the register has. */
export function differs(row: StaffRow, known: StaffRecord): boolean {
  return (
    row.departmentCode !== known.departmentCode ||
    row.postCode !== known.postCode ||
    row.tier !== known.tier ||
    (known.status !== 'left' && row.groupCode !== known.groupCode)
  );
}

type Refused = { readonly field: string; readonly refusal: CellRefusal };

const at = (field: string, chinese: string, english: string): Refused => ({
  field,
  refusal: refuseCell('badWord', chinese, english),
});
