import { STAFF_TIERS, type StaffTier } from './staff-life';

export interface TierShare {
  readonly tier: StaffTier;
  readonly members: number;
  /** Per cent of the department, to a tenth; absent for a department without anybody. */
  readonly percent?: number;
}

/** How many of a department stand in each tier; informative beside 70/20/10 (§1, C25), never a refusal. */
export function tierShares(members: Readonly<Partial<Record<StaffTier, number>>>): TierShare[] {
  const total = STAFF_TIERS.reduce((sum, tier) => sum + (members[tier] ?? 0), 0);
  return STAFF_TIERS.map((tier) => {
    const count = members[tier] ?? 0;
    return { tier, members: count, ...(total > 0 && { percent: Math.round((1000 * count) / total) / 10 }) };
  });
}

/** Members for each leader, to a tenth; undefined without a leader. */
export function membersPerLeader(members: number, leaders: number): number | undefined {
  return leaders === 0 ? undefined : Math.round((10 * members) / leaders) / 10;
}
