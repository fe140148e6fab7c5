import { Injectable } from '@nestjs/common';
import type { RosterStaff } from '@switchyard/domain';
import { type RoleKind, StaffDirectory, type StaffMember } from '../staff/staff-directory.port';
import { lastDayOf } from './month';
import { type Roster, type RosterMember, Rosters } from './rosters.port';

const ROSTERED: readonly RoleKind[] = ['agent', 'group-leader', 'shift-leader'];
const LEADERS: readonly RoleKind[] = ['group-leader', 'shift-leader'];

/** Who belongs into a roster: agents and their leaders of its department, and whoever has a shift in it. */
@Injectable()
export class RosterPeople {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly rosters: Rosters,
  ) {}

  /** By staff number. @param alsoNumbers who has a shift whatever their post */
  async of(roster: Roster, alsoNumbers: readonly string[]): Promise<readonly StaffMember[]> {
    const { month, departmentCode } = roster;
    const workedBetween = { from: month, to: lastDayOf(month) };
    const eligible = await this.staff.list({ workedBetween, ...(departmentCode && { departmentCode }) });
    const members = new Map(
      eligible.filter(({ roleKind }) => ROSTERED.includes(roleKind)).map((one) => [one.staffNumber, one]),
    );
    const missing = [...new Set(alsoNumbers)].filter((number) => !members.has(number));
    const others = missing.length > 0 ? await this.staff.list({ staffNumbers: missing }) : [];
    for (const other of others) members.set(other.staffNumber, other);
    return [...members.values()].sort((one, other) => (one.staffNumber < other.staffNumber ? -1 : 1));
  }

  /** As the checks see them, with the patterns of this roster. */
  async asRostered(roster: Roster, members: readonly StaffMember[]): Promise<readonly RosterStaff[]> {
    const patterns = new Map((await this.rosters.membersOf(roster.id)).map((one) => [one.staffNumber, one]));
    return members.map((member) => toRosterStaff(member, patterns.get(member.staffNumber)));
  }
}

export function toRosterStaff(member: StaffMember, pattern?: RosterMember): RosterStaff {
  const { staffNumber, name, roleKind, groupCode, skills, status, hiredOn, leftOn } = member;
  return {
    staffNumber,
    name,
    leader: LEADERS.includes(roleKind),
    skills,
    suspended: status === 'suspended',
    hiredOn,
    ...(groupCode !== undefined && { groupCode }),
    ...(leftOn !== undefined && { leftOn }),
    ...(pattern && { pattern: { cycle: pattern.cycle, anchor: pattern.anchor } }),
  };
}
