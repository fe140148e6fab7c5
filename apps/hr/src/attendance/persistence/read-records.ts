import type { AgentCase, DayPunch, Exemption } from '@switchyard/domain';
import type { UnitOfWork } from '@switchyard/platform';
import type { Records } from '../attendance-days.port';

type Owned<T> = T & { readonly staffNumber: string };

/** Valid punches, cases received and exemptions of people in a time, in three statements however many they are. */
export async function readRecords(
  work: UnitOfWork,
  staffNumbers: readonly string[],
  from: Date,
  before: Date,
): Promise<Records> {
  const span = [staffNumbers, from, before];
  const punches = await work.query<Owned<Required<DayPunch>>>(
    `select staff_number as "staffNumber", at, direction, source = 'field' as field from punch
     where staff_number = any ($1) and at >= $2 and at < $3 and state = 'valid' order by at`,
    span,
  );
  const cases = await work.query<Owned<Omit<AgentCase, 'handledAt'>> & { readonly handledAt: Date | null }>(
    // What somebody else took away was neither handled nor left by its holder.
    `select staff_number as "staffNumber", work_order as work, received_at as "receivedAt", ended_at as "handledAt"
     from agent_case where staff_number = any ($1) and received_at >= $2 and received_at < $3
       and outcome is distinct from 'taken-away' order by received_at`,
    span,
  );
  const exemptions = await work.query<Owned<Exemption>>(
    `select staff_number as "staffNumber", kind, from_at as "from", to_at as "to" from attendance_exemption
     where staff_number = any ($1) and to_at > $2 and from_at < $3 and withdrawn_at is null order by from_at`,
    span,
  );
  return {
    punches: byPerson(punches),
    cases: byPerson(
      cases.map(({ handledAt, ...one }) => ({ ...one, ...(handledAt !== null && { handledAt }) })),
    ),
    exemptions: byPerson(exemptions),
  };
}

function byPerson<T>(rows: readonly Owned<T>[]): Map<string, Owned<T>[]> {
  const people = new Map<string, Owned<T>[]>();
  for (const row of rows) {
    const own = people.get(row.staffNumber);
    if (own) own.push(row);
    else people.set(row.staffNumber, [row]);
  }
  return people;
}
