import { Injectable } from '@nestjs/common';
import { codeOf, UnitOfWork } from '@switchyard/platform';
import type { Agent, Skill } from '../agents/agent';
import {
  type AgentChange,
  type AgentFilter,
  AgentNameTaken,
  Agents,
  type NameTaken,
  type NewAgent,
  type SipSecret,
} from '../agents/agents.port';
import { AGENT_SELECT, type AgentRow, toAgent } from './agent-row';

const UNIQUE_VIOLATION = '23505';
const TAKEN_BY: Readonly<Record<string, NameTaken>> = {
  agents_work_no_key: 'work-no',
  agents_account: 'account',
  agents_sip_user_key: 'sip-user',
};

@Injectable()
export class PgAgents extends Agents {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async add(agent: NewAgent): Promise<void> {
    await this.refusingTakenNames(() =>
      this.unitOfWork.query(
        `insert into agents (id, work_no, name, account_name, sip_user, sip_secret, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [
          agent.id,
          agent.workNo,
          agent.name,
          agent.accountName,
          agent.sipUser,
          agent.sipSecret,
          agent.createdBy,
          agent.createdAt,
        ],
      ),
    );
    await this.unitOfWork.query(`insert into agent_presence (agent_id, since) values ($1, $2)`, [
      agent.id,
      agent.createdAt,
    ]);
    await this.unitOfWork.query(
      `insert into agent_states (agent_id, state, from_at, cause, changed_by) values ($1, 'signed-out', $2, 'created', $3)`,
      [agent.id, agent.createdAt, agent.createdBy],
    );
    await this.putSkills(agent.id, agent.skills);
  }

  async change(id: string, change: AgentChange, now: Date): Promise<void> {
    await this.refusingTakenNames(() =>
      this.unitOfWork.query(
        `update agents set work_no = coalesce($2, work_no), name = coalesce($3, name),
           account_name = coalesce($4, account_name), active = coalesce($5, active),
           sip_secret = coalesce($6, sip_secret), updated_at = $7, version = version + 1
         where id = $1`,
        [id, change.workNo, change.name, change.accountName, change.active, change.sipSecret, now],
      ),
    );
    if (change.skills) await this.putSkills(id, change.skills);
  }

  find(id: string): Promise<Agent | undefined> {
    return this.one('where a.id = $1', [id]);
  }

  async lock(id: string): Promise<Agent | undefined> {
    // The lock first, the reading afterwards: a reading that waited for the lock may be of before.
    await this.unitOfWork.query('select 1 from agent_presence where agent_id = $1 for update', [id]);
    return this.find(id);
  }

  findByAccount(accountName: string): Promise<Agent | undefined> {
    return this.one('where a.account_name = $1 and a.active', [accountName]);
  }

  async idOfSipUser(sipUser: string): Promise<string | undefined> {
    const [row] = await this.unitOfWork.query<{ id: string }>('select id from agents where sip_user = $1', [
      sipUser,
    ]);
    return row?.id;
  }

  async freeSipUsers(count: number): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ sipUser: string }>(
      `select n::text as "sipUser" from generate_series(1000, 8999) n
       where not exists (select 1 from agents where sip_user = n::text) order by n limit $1`,
      [count],
    );
    return rows.map(({ sipUser }) => sipUser);
  }

  async list({ state, queue, active, limit, after }: AgentFilter): Promise<readonly Agent[]> {
    const rows = await this.unitOfWork.query<AgentRow>(
      `${AGENT_SELECT}
       where ($1::text is null or p.state = $1) and ($2::boolean is null or a.active = $2)
         and ($3::text is null or exists (select 1 from agent_skills s where s.agent_id = a.id and s.queue = $3))
         and ($4::text is null or a.work_no > $4)
       order by a.work_no limit $5`,
      [state, active, queue, after, limit + 1],
    );
    return rows.map(toAgent);
  }

  async everyActive(): Promise<readonly Agent[]> {
    return (await this.unitOfWork.query<AgentRow>(`${AGENT_SELECT} where a.active`)).map(toAgent);
  }

  sipSecrets(): Promise<readonly SipSecret[]> {
    return this.unitOfWork.query<SipSecret>(
      'select sip_user as "sipUser", sip_secret as secret from agents where active order by sip_user',
    );
  }

  private async one(where: string, parameters: readonly unknown[]): Promise<Agent | undefined> {
    const [row] = await this.unitOfWork.query<AgentRow>(`${AGENT_SELECT} ${where}`, parameters);
    return row && toAgent(row);
  }

  private async putSkills(id: string, skills: readonly Skill[]): Promise<void> {
    await this.unitOfWork.query('delete from agent_skills where agent_id = $1', [id]);
    await this.unitOfWork.query(
      `insert into agent_skills (agent_id, queue, penalty)
       select $1, s.queue, s.penalty from jsonb_to_recordset($2::jsonb) as s(queue text, penalty smallint)`,
      [id, JSON.stringify(skills)],
    );
  }

  private async refusingTakenNames(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const constraint = (error as { constraint?: unknown }).constraint;
      const which =
        codeOf(error) === UNIQUE_VIOLATION && typeof constraint === 'string'
          ? TAKEN_BY[constraint]
          : undefined;
      throw which ? new AgentNameTaken(which) : error;
    }
  }
}
