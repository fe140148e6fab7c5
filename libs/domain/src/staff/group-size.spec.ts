import { groupWarnings } from './group-size';
import { STANDARD_STAFF_GROUPS_POLICY as POLICY } from './staff-groups-policy';
import { membersPerLeader, tierShares } from './tier-shares';

describe('groups and tiers', () => {
  it('warns outside 12 to 14 members and without a leader (C25)', () => {
    const led = (members: number) => groupWarnings({ members, leaderNumber: 'A1' }, POLICY);
    expect([11, 12, 14, 15].map(led)).toEqual([['too-few'], [], [], ['too-many']]);
    expect(groupWarnings({ members: 12 }, POLICY)).toEqual(['no-leader']);
    expect(groupWarnings({ members: 0 }, POLICY)).toEqual([]);
  });

  it('tells the share of each tier to a tenth of a per cent, and nothing of an empty department', () => {
    expect(tierShares({ agent: 2, senior: 1 })).toEqual([
      { tier: 'agent', members: 2, percent: 66.7 },
      { tier: 'senior', members: 1, percent: 33.3 },
      { tier: 'supervisor', members: 0, percent: 0 },
      { tier: 'head', members: 0, percent: 0 },
    ]);
    expect(tierShares({})[0]).toEqual({ tier: 'agent', members: 0 });
    expect(membersPerLeader(25, 2)).toBe(12.5);
    expect(membersPerLeader(25, 0)).toBe(undefined);
  });
});
