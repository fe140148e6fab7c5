import { Controller, Inject } from '@nestjs/common';
import {
  GetOrganisation,
  GetOrganisationRequest,
  type Organisation,
  type StaffDepartmentView,
} from '@switchyard/contracts';
import { groupWarnings, membersPerLeader, type StaffTier, tierShares } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { type Department, type HeadCount, OrganisationStore, type Post } from '../organisation-store.port';

@Controller()
export class GetOrganisationHandler {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetOrganisation)
  async handle({ withInactive = false }: GetOrganisationRequest): Promise<Organisation> {
    const sizes = await this.policies.inForce('staff-groups', this.clock.now());
    const counts = await this.organisation.headCounts();
    const posts = await this.organisation.posts();
    const groups = await this.organisation.groups();
    const members = (fits: (count: HeadCount) => boolean) => sum(counts.filter(fits));
    const shown = <T extends { readonly active: boolean }>(all: readonly T[]) =>
      all.filter(({ active }) => active || withInactive);
    return {
      departments: shown(await this.organisation.departments()).map((department) => {
        const led = groups.filter(({ departmentCode }) => departmentCode === department.code);
        const leaders = new Set(led.flatMap(({ leaderNumber }) => leaderNumber ?? [])).size;
        return departmentView(department, counts, posts, leaders);
      }),
      posts: shown(posts).map((post) => ({
        ...post,
        members: members(({ postCode }) => postCode === post.code),
      })),
      groups: shown(groups).map((group) => {
        const size = members(({ groupCode }) => groupCode === group.code);
        return { ...group, members: size, warnings: groupWarnings({ ...group, members: size }, sizes) };
      }),
      skills: [...shown(await this.organisation.skills())],
    };
  }
}

function departmentView(
  department: Department,
  counts: readonly HeadCount[],
  posts: readonly Post[],
  leaders: number,
): StaffDepartmentView {
  const own = counts.filter(({ departmentCode }) => departmentCode === department.code);
  const tiers: Partial<Record<StaffTier, number>> = {};
  for (const { tier, members } of own) tiers[tier] = (tiers[tier] ?? 0) + members;
  const agentPosts = posts.filter(({ roleKind }) => roleKind === 'agent').map(({ code }) => code);
  const agents = sum(own.filter(({ postCode }) => agentPosts.includes(postCode)));
  const perLeader = membersPerLeader(agents, leaders);
  return {
    ...department,
    members: sum(own),
    tiers: tierShares(tiers),
    ...(perLeader !== undefined && { agentsPerLeader: perLeader }),
  };
}

const sum = (counts: readonly HeadCount[]): number =>
  counts.reduce((total, { members }) => total + members, 0);
