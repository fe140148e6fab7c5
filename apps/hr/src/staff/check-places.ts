import { Injectable } from '@nestjs/common';
import { type RequestContext, STAFF_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { type Group, OrganisationStore, type Post } from './organisation-store.port';
import { unknownPlace } from './staff-errors';

export interface Places {
  readonly departmentCode: string;
  readonly postCode: string;
  readonly groupCode?: string;
}

/** Whether there is what somebody is put into, and whether who asks may put them there. */
@Injectable()
export class CheckPlaces {
  constructor(private readonly organisation: OrganisationStore) {}

  /**
   * Answers the post. What somebody holds already may have gone out of use.
   * @throws DomainError `staff.unknown-place`, `staff.group-of-other-department`, `staff.admin-post`
   */
  async check(places: Places, context: RequestContext, held?: Places): Promise<Post> {
    const { departmentCode, postCode, groupCode } = places;
    const department = await this.organisation.department(departmentCode);
    if (!department || !(department.active || held?.departmentCode === departmentCode))
      throw unknownPlace('departmentCode', departmentCode);
    const post = await this.organisation.post(postCode);
    if (!post || !(post.active || held?.postCode === postCode)) throw unknownPlace('postCode', postCode);
    if (held?.postCode !== postCode) assertMayGive(post, context);
    if (groupCode !== undefined) this.assertInDepartment(await this.groupOf(groupCode, held), departmentCode);
    return post;
  }

  /** @throws DomainError `staff.unknown-place` */
  async skills(codes: readonly string[]): Promise<void> {
    const [unknown] = await this.organisation.unknownSkills(codes);
    if (unknown !== undefined) throw unknownPlace('skills', unknown);
  }

  private async groupOf(code: string, held: Places | undefined): Promise<Group> {
    const group = await this.organisation.group(code);
    if (!group || !(group.active || held?.groupCode === code)) throw unknownPlace('groupCode', code);
    return group;
  }

  private assertInDepartment(group: Group, departmentCode: string): void {
    if (group.departmentCode === departmentCode) return;
    throw new DomainError(
      STAFF_ERRORS.groupElsewhere,
      `The group ${group.code} belongs to ${group.departmentCode}, not to ${departmentCode}: name a group of that department or none.`,
      { field: 'groupCode', groupCode: group.code, departmentCode: group.departmentCode },
    );
  }
}

/** Who may not change accounts must not become admin by way of a post. @throws DomainError `staff.admin-post` */
export function assertMayGive(
  { code, roles }: Pick<Post, 'code' | 'roles'>,
  { actor }: RequestContext,
): void {
  if (!roles.includes('admin') || actor.permissions.includes('user:write')) return;
  if (actor.id.startsWith('system:')) return;
  throw new DomainError(
    STAFF_ERRORS.adminPost,
    `The post ${code} makes admins; only who may change sign-in accounts (user:write) gives it.`,
    { field: 'postCode', postCode: code },
  );
}
