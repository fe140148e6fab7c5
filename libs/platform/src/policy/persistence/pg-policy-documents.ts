import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../persistence';
import { PolicyDocuments, type PolicyVersion } from '../policy-documents.port';

const COLUMNS = `name, valid_from as "validFrom", document, set_by as "setBy"`;

@Injectable()
export class PgPolicyDocuments extends PolicyDocuments {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async inForce(name: string, at: Date): Promise<PolicyVersion | undefined> {
    const [version] = await this.work.query<PolicyVersion>(
      `select ${COLUMNS} from policy where name = $1 and valid_from <= $2 order by valid_from desc limit 1`,
      [name, at],
    );
    return version;
  }

  versions<Name extends string>(name: Name): Promise<readonly PolicyVersion<Name>[]> {
    return this.work.query<PolicyVersion<Name>>(
      `select ${COLUMNS} from policy where name = $1 order by valid_from desc limit 1000`,
      [name],
    );
  }

  async add({ name, validFrom, document, setBy }: PolicyVersion, setAt: Date): Promise<boolean> {
    const added = await this.work.execute(
      `insert into policy (name, valid_from, document, set_by, set_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [name, validFrom, JSON.stringify(document), setBy, setAt],
    );
    return added > 0;
  }
}
