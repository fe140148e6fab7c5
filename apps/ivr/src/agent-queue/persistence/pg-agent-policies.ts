import { Injectable } from '@nestjs/common';
import { type AgentPolicy, parseAgentPolicy, STANDARD_AGENT_POLICY } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { AgentPolicies, type DatedAgentPolicy } from '../policy/agent-policies.port';

interface PolicyRow {
  readonly validFrom: Date;
  readonly body: unknown;
  readonly createdBy: string;
}

const COLUMNS = 'valid_from as "validFrom", body, created_by as "createdBy"';

@Injectable()
export class PgAgentPolicies extends AgentPolicies {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async inForce(at: Date): Promise<AgentPolicy> {
    const [row] = await this.unitOfWork.query<PolicyRow>(
      `select ${COLUMNS} from agent_policy where valid_from <= $1 order by valid_from desc limit 1`,
      [at],
    );
    return row ? read(row) : STANDARD_AGENT_POLICY;
  }

  async list(): Promise<readonly DatedAgentPolicy[]> {
    const rows = await this.unitOfWork.query<PolicyRow>(
      `select ${COLUMNS} from agent_policy order by valid_from desc`,
    );
    return rows.map((row) => ({ validFrom: row.validFrom, policy: read(row), createdBy: row.createdBy }));
  }

  async put({ validFrom, policy, createdBy }: DatedAgentPolicy): Promise<void> {
    await this.unitOfWork.query(
      `insert into agent_policy (valid_from, body, created_by) values ($1, $2, $3)
       on conflict (valid_from) do update set body = excluded.body, created_by = excluded.created_by,
         created_at = now()`,
      [validFrom, JSON.stringify(policy), createdBy],
    );
  }
}

/** @throws Error naming what is wrong with a row that nobody could have written by our own means. */
function read({ body, validFrom }: PolicyRow): AgentPolicy {
  const parsed = parseAgentPolicy(body);
  if (parsed.ok) return parsed.value;
  const problems = parsed.error.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  throw new Error(`agent policy of ${validFrom.toISOString()}: ${problems}`);
}
