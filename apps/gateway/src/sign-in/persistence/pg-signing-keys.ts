import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { SigningKeys } from '../signing-key';

@Injectable()
export class PgSigningKeys extends SigningKeys {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async keepOrGet(proposal: Uint8Array): Promise<Uint8Array> {
    await this.work.execute('insert into signing_key (secret) values ($1) on conflict do nothing', [
      Buffer.from(proposal),
    ]);
    const [row] = await this.work.query<{ secret: Buffer }>('select secret from signing_key');
    if (!row) throw new Error('the signing key was not stored');
    return row.secret;
  }
}
