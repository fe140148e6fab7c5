import { Injectable } from '@nestjs/common';
import { type ClockPolicy, parseClockPolicy } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { ClockPolicies, type SetPolicyVersion } from '../clock-policies.port';

interface PolicyRow {
  readonly document: unknown;
  readonly version: number;
  readonly validFrom: Date;
  readonly reason: string;
  readonly setBy: string;
}

@Injectable()
export class PgClockPolicies extends ClockPolicies {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async all(): Promise<readonly SetPolicyVersion[]> {
    const rows = await this.work.query<PolicyRow>(
      `select document, version, valid_from as "validFrom", reason, set_by as "setBy"
       from service_clock_policy order by id, version`,
    );
    return rows.map(({ document, ...rest }) => ({ ...rest, policy: valid(document) }));
  }

  add(version: Omit<SetPolicyVersion, 'version'>, setAt: Date): Promise<SetPolicyVersion | undefined> {
    return this.work.inTransaction(async () => {
      const { policy, validFrom, reason, setBy } = version;
      // Two that set a version at once get different numbers.
      await this.work.query(
        `select pg_advisory_xact_lock(hashtextextended('service-clock-policy ' || $1, 0))`,
        [policy.id],
      );
      const [added] = await this.work.query<{ version: number }>(
        `insert into service_clock_policy (id, version, valid_from, document, reason, set_by, set_at)
         select $1, coalesce(max(version), 1) + 1, $2, $3, $4, $5, $6 from service_clock_policy where id = $1
         on conflict (id, valid_from) do nothing returning version`,
        [policy.id, validFrom, JSON.stringify(policy), reason, setBy, setAt],
      );
      return added && { ...version, version: added.version };
    });
  }

  async edition(): Promise<{ policies: number; hours: number }> {
    const [row] = await this.work.query<{ policies: number; hours: number }>(
      `select (select count(*) from service_clock_policy)::integer as policies,
         (select count(*) from policy where name = 'service-hours')::integer as hours`,
    );
    return row ?? { policies: 0, hours: 0 };
  }
}

/** Documents are checked before they are stored. */
function valid(document: unknown): ClockPolicy {
  const parsed = parseClockPolicy(document);
  if (parsed.ok) return parsed.value;
  throw new Error(`a stored policy is not valid: ${JSON.stringify(parsed.error)}`);
}
