import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type DrawnSample, FaultSamples } from '../arise/fault-samples.port';

const COLUMNS = `fault_key as "faultKey", seed, calls, without_contact as "withoutContact", required, picked,
  drawn_at as "drawnAt"`;

@Injectable()
export class PgFaultSamples extends FaultSamples {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(faultKey: string): Promise<DrawnSample | undefined> {
    const [sample] = await this.work.query<DrawnSample>(
      `select ${COLUMNS} from follow_up_sample where fault_key = $1`,
      [faultKey],
    );
    return sample;
  }

  async lock(faultKey: string, seed: string, now: Date): Promise<DrawnSample> {
    const [sample] = await this.work.query<DrawnSample>(
      `insert into follow_up_sample as s (fault_key, seed, calls, without_contact, required, picked, drawn_at)
       values ($1, $2, 0, 0, 0, '{}', $3)
       on conflict (fault_key) do update set seed = s.seed
       returning ${COLUMNS}`,
      [faultKey, seed, now],
    );
    if (!sample) throw new Error(`the sample of ${faultKey} was not stored`);
    return sample;
  }

  async save(sample: DrawnSample): Promise<void> {
    await this.work.execute(
      `update follow_up_sample set calls = $2, without_contact = $3, required = $4, picked = $5, drawn_at = $6
       where fault_key = $1`,
      [sample.faultKey, sample.calls, sample.withoutContact, sample.required, sample.picked, sample.drawnAt],
    );
  }
}
