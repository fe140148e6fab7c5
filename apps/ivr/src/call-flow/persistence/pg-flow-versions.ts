import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import type { FlowVersion, FlowVersionHead, NewFlowVersion, Publication } from '../versions/flow-version';
import { FlowVersions, type NewPublication, type StoredFlow } from '../versions/flow-versions.port';

const HEAD = `id, name, number, state, sha256, note, created_by as "createdBy", created_at as "createdAt",
  published_at as "publishedAt"`;
const WHOLE = `${HEAD}, document`;

@Injectable()
export class PgFlowVersions extends FlowVersions {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async lock(): Promise<void> {
    await this.unitOfWork.query('select number from flow_change for update');
  }

  async add({ name, document, sha256, note, createdBy, createdAt }: NewFlowVersion): Promise<FlowVersion> {
    const [row] = await this.unitOfWork.query<FlowVersion>(
      `insert into flow_versions (id, name, number, document, sha256, note, created_by, created_at)
       select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7 from flow_versions where name = $2
       returning ${WHOLE}`,
      [randomUUID(), name, JSON.stringify(document), sha256, note, createdBy, createdAt],
    );
    return row as FlowVersion;
  }

  async find(name: string, number: number): Promise<FlowVersion | undefined> {
    return this.one('name = $1 and number = $2', [name, number]);
  }

  async findById(id: string): Promise<FlowVersion | undefined> {
    return this.one('id = $1', [id]);
  }

  async findByHash(name: string, sha256: string): Promise<FlowVersionHead | undefined> {
    const [row] = await this.unitOfWork.query<FlowVersionHead>(
      `select ${HEAD} from flow_versions where name = $1 and sha256 = $2
       order by state = 'published' desc, number desc limit 1`,
      [name, sha256],
    );
    return row;
  }

  async newest(name: string): Promise<FlowVersion | undefined> {
    return this.one('name = $1 order by number desc limit 1', [name]);
  }

  async published(name: string): Promise<FlowVersion | undefined> {
    return this.one(`name = $1 and state = 'published'`, [name]);
  }

  async allPublished(): Promise<readonly FlowVersion[]> {
    return this.unitOfWork.query<FlowVersion>(
      `select ${WHOLE} from flow_versions where state = 'published' order by name`,
    );
  }

  async list(name: string, limit: number, belowNumber?: number): Promise<readonly FlowVersionHead[]> {
    return this.unitOfWork.query<FlowVersionHead>(
      `select ${HEAD} from flow_versions where name = $1 and ($2::integer is null or number < $2)
       order by number desc limit $3`,
      [name, belowNumber, limit + 1],
    );
  }

  async flows(): Promise<readonly StoredFlow[]> {
    return this.unitOfWork.query<StoredFlow>(
      `select name, max(number) filter (where state = 'published') as "publishedNumber",
         max(number) as "newestNumber"
       from flow_versions group by name order by name`,
    );
  }

  async publications(name: string): Promise<readonly Publication[]> {
    return this.unitOfWork.query<Publication>(
      `select version_id as "versionId", action from flow_publications where name = $1 order by id`,
      [name],
    );
  }

  async putInForce({ id, name }: FlowVersionHead, { action, by, at }: NewPublication): Promise<FlowVersion> {
    await this.unitOfWork.execute(
      `update flow_versions set state = 'retired' where name = $1 and state = 'published'`,
      [name],
    );
    const [row] = await this.unitOfWork.query<FlowVersion>(
      `update flow_versions set state = 'published', published_at = $2 where id = $1 returning ${WHOLE}`,
      [id, at],
    );
    await this.unitOfWork.execute(
      `insert into flow_publications (name, version_id, action, published_by, published_at)
       values ($1, $2, $3, $4, $5)`,
      [name, id, action, by, at],
    );
    await this.unitOfWork.execute('update flow_change set number = number + 1');
    return row as FlowVersion;
  }

  async changeNumber(): Promise<string> {
    const [row] = await this.unitOfWork.query<{ number: string }>('select number::text from flow_change');
    return row?.number ?? '0';
  }

  private async one(condition: string, parameters: readonly unknown[]): Promise<FlowVersion | undefined> {
    const [row] = await this.unitOfWork.query<FlowVersion>(
      `select ${WHOLE} from flow_versions where ${condition}`,
      parameters,
    );
    return row;
  }
}
