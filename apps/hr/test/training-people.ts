import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@switchyard/contracts';
import type { HrFixture } from './hr-fixture';

export interface Person {
  readonly staffNumber: string;
  readonly actor: Partial<RequestContext['actor']>;
}

/** Somebody with an account, who asks for what is their own. */
export async function employ(
  hr: HrFixture,
  staffNumber: string,
  more: { postCode?: string; hiredOn?: string } = {},
) {
  const { postCode = 'agent', hiredOn = '2026-01-01' } = more;
  const id = randomUUID();
  await hr.query(
    `insert into staff (staff_number, name, department_code, post_code, tier, group_code, status, hired_on, account_id,
       created_at, updated_at)
     values ($1, $2, 'operations', $3, 'agent', 'telephone', 'active', $4, $5, now(), now())`,
    [staffNumber, `员工${staffNumber}`, postCode, hiredOn, id],
  );
  const actor = {
    id,
    name: staffNumber,
    roles: ['agent'],
    permissions: ['self:read', 'self:write'],
    scope: ['all'],
  };
  return { staffNumber, actor };
}

/** A trainer's account, of nobody's staff number unless given. */
export const trainer = (id: string = randomUUID()): Partial<RequestContext['actor']> => ({
  id,
  name: 'trainer',
  roles: ['trainer'],
  permissions: ['training:read', 'training:write'],
  scope: ['all'],
});

/** Moves the time of the service; 0 is now. */
export function shiftTime(clock: { now(): Date }): (milliseconds: number) => void {
  let shift = 0;
  clock.now = () => new Date(Date.now() + shift);
  return (milliseconds) => {
    shift = milliseconds;
  };
}
