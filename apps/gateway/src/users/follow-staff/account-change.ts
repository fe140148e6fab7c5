import { ROLES, type Role } from '../../access/roles';
import type { User, UserChange } from '../users.port';
import type { StaffStanding } from './staff-standings.port';

export const knownRoles = (roles: readonly string[]): Role[] => ROLES.filter((role) => roles.includes(role));

export const hasUnknownRole = (roles: readonly string[]): boolean => knownRoles(roles).length < roles.length;

/**
 * What an account has to become. What a hand changed of roles and scope stays until the post or the department gives
 * something else; what a hand or a review switched off stays off.
 */
export function accountChange(user: User, now: StaffStanding, before: StaffStanding | undefined): UserChange {
  const isNew = user.staffNumber !== now.staffNumber || before?.accountId !== user.id;
  const roles = knownRoles(now.roles);
  const givesOther = isNew || !sameWords(before?.roles ?? [], now.roles);
  const { scope } = now;
  // An empty scope would see nothing, or everything: it is none that was meant.
  const seesOther = scope.length > 0 && (isNew || !sameWords(before?.scope ?? [], scope));
  return {
    ...(user.staffNumber !== now.staffNumber && { staffNumber: now.staffNumber }),
    ...(givesOther && !sameWords(user.roles, roles) && { roles }),
    ...(seesOther && !sameWords(user.scope, scope) && { scope }),
    ...switching(user, now.mayAct),
  };
}

/** What an account becomes that is its owner's no more. */
export function accountLeft(user: User): UserChange {
  return { staffNumber: null, ...switching(user, false) };
}

function switching(user: User, mayAct: boolean): UserChange {
  if (!mayAct) return user.active ? { active: false, switchedOffBy: 'staff' } : {};
  return !user.active && user.switchedOffBy === 'staff' ? { active: true, switchedOffBy: null } : {};
}

/** Whether an active admin would be none after it. */
export function endsAdmin(user: User, { active = user.active, roles = user.roles }: UserChange): boolean {
  return user.active && user.roles.includes('admin') && !(active && roles.includes('admin'));
}

/** What a session may not survive. */
export const endsSessions = ({ roles, scope, active }: UserChange): boolean =>
  roles !== undefined || scope !== undefined || active !== undefined;

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word) => other.includes(word));
