import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { Identities, type KeptIdentity } from '../identities.port';

const COLUMNS = `number, key_id as "keyId", wrapped_key as wrapped, sealed, kept_at as "keptAt"`;

@Injectable()
export class PgIdentities extends Identities {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add({ number, keyId, wrapped, sealed, keptAt }: KeptIdentity): Promise<boolean> {
    const added = await this.work.execute(
      `insert into confidential_identity (number, key_id, wrapped_key, sealed, kept_at) values ($1, $2, $3, $4, $5)
       on conflict (number) do nothing`,
      [number, keyId, wrapped, sealed, keptAt],
    );
    return added > 0;
  }

  async keptAt(number: string): Promise<Date | undefined> {
    const [row] = await this.work.query<{ at: Date }>(
      'select kept_at as at from confidential_identity where number = $1',
      [number],
    );
    return row?.at;
  }

  async find(number: string): Promise<KeptIdentity | undefined> {
    const [row] = await this.work.query<KeptIdentity>(
      `select ${COLUMNS} from confidential_identity where number = $1`,
      [number],
    );
    return row;
  }

  lockUnder(keyIds: readonly string[], after: string, limit: number): Promise<readonly KeptIdentity[]> {
    return this.work.query<KeptIdentity>(
      `select ${COLUMNS} from confidential_identity where key_id = any($1) and number > $2
       order by number limit $3 for update skip locked`,
      [keyIds, after, limit],
    );
  }

  async replace({ number, keyId, wrapped, sealed }: KeptIdentity): Promise<void> {
    await this.work.query(
      'update confidential_identity set key_id = $2, wrapped_key = $3, sealed = $4 where number = $1',
      [number, keyId, wrapped, sealed],
    );
  }

  async countByKey(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.work.query<{ keyId: string; records: string }>(
      `select key_id as "keyId", count(*) as records from confidential_identity group by key_id order by key_id`,
    );
    return new Map(rows.map(({ keyId, records }) => [keyId, Number(records)]));
  }
}
