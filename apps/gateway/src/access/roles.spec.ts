import { type PermissionName, PERMISSIONS } from './permissions';
import { permissionsOf, ROLES } from './roles';

describe('permissions of roles', () => {
  it('gives the admin every permission', () => {
    expect(permissionsOf(['admin'])).toEqual([...PERMISSIONS]);
  });

  it('lets a viewer change nothing but the own password', () => {
    const changing = permissionsOf(['viewer']).filter((permission) => !permission.endsWith(':read'));
    expect(changing).toEqual(['self:write']);
  });

  it('lets nobody but discipline inspection and the admin read who reported', () => {
    const readers = ROLES.filter((role) => permissionsOf([role]).includes('identity:read'));
    expect(readers).toEqual(['admin', 'discipline']);
  });

  it('shows a viewer no telephone number', () => {
    expect(permissionsOf(['viewer'])).not.toContain('phone:read');
  });

  it('keeps sign-in accounts and the audit from campaign staff', () => {
    const campaign = permissionsOf(['campaign']);
    for (const permission of ['user:read', 'user:write', 'audit:read']) {
      expect(campaign).not.toContain(permission);
    }
  });

  it('lets an agent act at its own desk and hear no recording', () => {
    const agent = permissionsOf(['agent']);
    expect(agent).toContain('agent:self');
    for (const permission of ['shift:lead', 'agent:read', 'agent:write', 'recording:read', 'user:read']) {
      expect(agent).not.toContain(permission);
    }
  });

  it('lets only those who judge or lead hear recordings', () => {
    const hearing = ROLES.filter((role) => permissionsOf([role]).includes('recording:read'));
    expect(hearing).toEqual(['admin', 'shift-leader', 'group-leader', 'head', 'director', 'quality']);
    expect(permissionsOf(['quality'])).not.toContain('phone:read');
  });

  it('lets whoever deals with work orders hear what callers said for them', () => {
    const hearing = ROLES.filter((role) => permissionsOf([role]).includes('work-order-message:listen'));
    expect(hearing).toEqual([
      'admin',
      'agent',
      'shift-leader',
      'group-leader',
      'head',
      'director',
      'quality',
    ]);
    for (const role of hearing) expect(permissionsOf([role])).toContain('work-order:read');
  });

  it('lets nobody read what is written of others, but who leads, judges, trains or keeps the staff register', () => {
    const of = (permission: PermissionName) =>
      ROLES.filter((role) => permissionsOf([role]).includes(permission));
    expect(of('performance:read')).toEqual(['admin', 'group-leader', 'head', 'director', 'hr']);
    expect(of('leave:approve')).toEqual(['admin', 'head', 'director', 'hr']);
    expect(of('quality:write')).toEqual(['admin', 'quality']);
    expect(of('training:write')).toEqual(['admin', 'trainer']);
    expect(of('roster:publish')).toEqual(['admin', 'head', 'director']);
  });

  it('unites roles and gives an unknown role nothing', () => {
    expect(permissionsOf(['viewer', 'campaign'])).toEqual(expect.arrayContaining(['phone:read']));
    expect(permissionsOf(['toString', 'root'])).toEqual([]);
  });
});
