import { Injectable } from '@nestjs/common';
import { type BatchKind, parseDialingPolicy, policyDocument } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { PolicyVersions, type PolicyVersion } from '../policy-versions.port';

interface Row {
  readonly body: unknown;
  readonly setBy: string;
  readonly setAt: Date;
}

@Injectable()
export class PgPolicyVersions extends PolicyVersions {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  /** What does not parse is not in force (the dialer logs it), and so is no version. */
  async all(name?: string): Promise<readonly PolicyVersion[]> {
    const rows = await this.unitOfWork.query<Row>(
      `select body, set_by as "setBy", set_at as "setAt" from dialing_policy
       where $1::text is null or name = $1 order by name, valid_from, set_at limit 10000`,
      [name],
    );
    return rows.flatMap(({ body, ...set }) => {
      const parsed = parseDialingPolicy(body);
      return parsed.ok ? [{ policy: parsed.value, ...set }] : [];
    });
  }

  async add({ policy, setBy, setAt }: Required<PolicyVersion>): Promise<void> {
    await this.unitOfWork.execute(
      `insert into dialing_policy (name, valid_from, body, set_by, set_at) values ($1, $2, $3, $4, $5)`,
      [policy.id, policy.validFrom, JSON.stringify(policyDocument(policy)), setBy, setAt],
    );
  }

  async attemptCaps(): Promise<ReadonlyMap<BatchKind, number>> {
    const rows = await this.unitOfWork.query<{ kind: BatchKind; cap: number }>(
      `select kind, attempt_cap as cap from batch_kind`,
    );
    return new Map(rows.map(({ kind, cap }) => [kind, cap]));
  }
}
