import { Injectable } from '@nestjs/common';
import {
  ORGANISATION_ERRORS,
  type PostFields,
  type RequestContext,
  type SkillFields,
  type StaffDepartmentFields,
  type StaffGroupFields,
} from '@switchyard/contracts';
import { DomainError, UnitOfWork } from '@switchyard/platform';
import { assertMayGive } from '../check-places';
import { OrganisationStore } from '../organisation-store.port';
import { staffNotFound, unknownPlace } from '../staff-errors';
import { StaffRegister } from '../staff-register.port';
import { TellStanding } from '../tell-standing';

/** Adds departments, posts, groups and skills, or changes them; nothing is ever removed, for the history names it. */
@Injectable()
export class WriteOrganisation {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly register: StaffRegister,
    private readonly tell: TellStanding,
    private readonly work: UnitOfWork,
  ) {}

  /** Whether something changed. @throws DomainError `staff-department.refused`, `staff.unknown-place` */
  department(fields: StaffDepartmentFields, context: RequestContext): Promise<boolean> {
    return this.work.inTransaction(async () => {
      const { code, active = true, parentCode } = fields;
      const before = await this.organisation.department(code);
      await this.assertNotUnderItself(code, parentCode);
      const department = { ...fields, active, scope: fields.scope ?? before?.scope ?? ['all'] };
      const holders = await this.register.holders({ departmentCode: code });
      if (!active && holders.length > 0) throw refused('departmentRefused', code, holders.length);
      await this.organisation.putDepartment(department);
      if (before && !same(before.scope, department.scope)) await this.tell.of(holders, context);
      return !before || !same(before, await this.organisation.department(code));
    });
  }

  /** Whether something changed. @throws DomainError `post.refused`, `staff.admin-post` */
  post(fields: PostFields, context: RequestContext): Promise<boolean> {
    return this.work.inTransaction(async () => {
      const { code, active = true } = fields;
      const before = await this.organisation.post(code);
      assertMayGive(fields, context);
      if (before) assertMayGive(before, context);
      const holders = await this.register.holders({ postCode: code });
      if (!active && holders.length > 0) throw refused('postRefused', code, holders.length);
      await this.organisation.putPost({ ...fields, active });
      if (before && !same(before.roles, fields.roles)) await this.tell.of(holders, context);
      return !before || !same(before, await this.organisation.post(code));
    });
  }

  /** Whether something changed. @throws DomainError `staff-group.refused`, `staff.unknown-place`, `staff.not-found` */
  group(fields: StaffGroupFields): Promise<boolean> {
    return this.work.inTransaction(async () => {
      const { code, active = true, departmentCode, leaderNumber } = fields;
      const before = await this.organisation.group(code);
      if (!(await this.organisation.department(departmentCode)))
        throw unknownPlace('departmentCode', departmentCode);
      if (leaderNumber !== undefined) {
        const leader = await this.register.lock(leaderNumber);
        if (!leader || leader.status === 'left') throw staffNotFound(leaderNumber);
      }
      const members = (await this.organisation.headCounts()).filter(({ groupCode }) => groupCode === code);
      const leaves = !active || (before !== undefined && before.departmentCode !== departmentCode);
      if (leaves && members.length > 0) throw refused('groupRefused', code, members.length);
      await this.organisation.putGroup({ ...fields, active });
      return !before || !same(before, await this.organisation.group(code));
    });
  }

  /** Whether something changed. */
  async skill(fields: SkillFields): Promise<boolean> {
    await this.organisation.putSkill({ ...fields, active: fields.active ?? true });
    return true;
  }

  private async assertNotUnderItself(code: string, parentCode: string | undefined): Promise<void> {
    const departments = await this.organisation.departments();
    const seen = new Set([code]);
    for (let above = parentCode; above !== undefined;) {
      const department = departments.find((one) => one.code === above);
      if (seen.has(above)) {
        throw new DomainError(
          ORGANISATION_ERRORS.departmentRefused,
          `${code} would lie under itself by way of ${above}; name another parentCode.`,
          { field: 'parentCode', code },
        );
      }
      if (!department) throw unknownPlace('parentCode', above);
      seen.add(above);
      above = department.parentCode;
    }
  }
}

function refused(error: keyof typeof ORGANISATION_ERRORS, code: string, holders: number): DomainError {
  return new DomainError(
    ORGANISATION_ERRORS[error],
    `${code} still has people; transfer them first, then take it out of use or move it.`,
    { field: 'active', code, holders },
  );
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
