/** What a request may do; a route names one, a role holds many. */
export const PERMISSIONS = [
  'batch:read',
  'batch:write',
  'batch:run',
  'hand-off:read',
  'hand-off:write',
  'do-not-call:read',
  'do-not-call:write',
  'account:read',
  'account:write',
  'payment:read',
  'payment:write',
  'work-order:read',
  'work-order:write',
  'phone:read',
  'user:read',
  'user:write',
  'audit:read',
  'self:read',
  'self:write',
] as const;
export type PermissionName = (typeof PERMISSIONS)[number];

export const ROLES = ['admin', 'campaign', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Without `phone:read` telephone numbers are masked; `self:*` is one's own sign-in account. */
const OF_ROLE: Readonly<Record<Role, readonly PermissionName[]>> = {
  admin: PERMISSIONS,
  campaign: [
    'batch:read',
    'batch:write',
    'batch:run',
    'hand-off:read',
    'hand-off:write',
    'do-not-call:read',
    'do-not-call:write',
    'account:read',
    'account:write',
    'payment:read',
    'payment:write',
    'work-order:read',
    'work-order:write',
    'phone:read',
    'self:read',
    'self:write',
  ],
  viewer: [
    'batch:read',
    'do-not-call:read',
    'account:read',
    'payment:read',
    'work-order:read',
    'self:read',
    'self:write',
  ],
};

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/** Every permission that any of the roles holds; a role that is not known here holds none. */
export function permissionsOf(roles: readonly string[]): PermissionName[] {
  return [...new Set(roles.filter(isRole).flatMap((role) => OF_ROLE[role]))];
}
