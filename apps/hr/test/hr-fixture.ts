import { ServiceFixture, type ServiceFixtureOptions } from '@switchyard/testing';
import { HrConfig } from '../src/hr.config';
import { HrModule } from '../src/hr.module';

const HR = { name: 'hr', module: HrModule, Config: HrConfig } as const;

/** The hr service on a Postgres of its own. */
export class HrFixture extends ServiceFixture {
  static start(options: ServiceFixtureOptions = {}): Promise<HrFixture> {
    return this.begin('hr', (postgres) => new HrFixture(HR, postgres, options));
  }
}
