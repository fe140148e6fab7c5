import type { PostFields, SkillFields, StaffDepartmentFields, StaffGroupFields } from '@switchyard/contracts';
import type { StaffTier } from '@switchyard/domain';

export type Department = Required<Omit<StaffDepartmentFields, 'parentCode'>> &
  Pick<StaffDepartmentFields, 'parentCode'>;
export type Post = Required<PostFields>;
export type Group = Required<Omit<StaffGroupFields, 'leaderNumber'>> & Pick<StaffGroupFields, 'leaderNumber'>;
export type Skill = Required<SkillFields>;

export interface HeadCount {
  readonly departmentCode: string;
  readonly postCode: string;
  readonly groupCode?: string;
  readonly tier: StaffTier;
  readonly members: number;
}

/** Departments, posts, groups and skills. */
export abstract class OrganisationStore {
  abstract department(code: string): Promise<Department | undefined>;
  abstract post(code: string): Promise<Post | undefined>;
  abstract group(code: string): Promise<Group | undefined>;
  /** Of these codes, those of no skill in use. */
  abstract unknownSkills(codes: readonly string[]): Promise<readonly string[]>;

  abstract departments(): Promise<readonly Department[]>;
  abstract posts(): Promise<readonly Post[]>;
  abstract groups(): Promise<readonly (Group & { readonly leaderName?: string })[]>;
  abstract skills(): Promise<readonly (Skill & { readonly members: number })[]>;
  /** Who has not left. */
  abstract headCounts(): Promise<readonly HeadCount[]>;

  abstract putDepartment(department: Department): Promise<void>;
  abstract putPost(post: Post): Promise<void>;
  abstract putGroup(group: Group): Promise<void>;
  abstract putSkill(skill: Skill): Promise<void>;
}
