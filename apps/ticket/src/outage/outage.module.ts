import { Module } from '@nestjs/common';
import { AreaModule } from '../area/area.module';
import { CustomerModule } from '../customer/customer.module';
import { CancelOutageHandler } from './cancel-outage/cancel-outage.handler';
import { ChangeOutage } from './change-outage';
import { GetOutageHandler } from './get-outage/get-outage.handler';
import { ListKnownOutagesHandler } from './list-known-outages/list-known-outages.handler';
import { ListOutagesHandler } from './list-outages/list-outages.handler';
import { Outages } from './outages.port';
import { PgOutages } from './persistence/pg-outages';
import { RegisterOutageHandler } from './register-outage/register-outage.handler';
import { RegisterOutage } from './register-outage/register-outage.use-case';
import { RestoreOutageHandler } from './restore-outage/restore-outage.handler';
import { UpdateOutageHandler } from './update-outage/update-outage.handler';

/** Where supply is out, or will be (art. 26). */
@Module({
  imports: [AreaModule, CustomerModule],
  controllers: [
    CancelOutageHandler,
    GetOutageHandler,
    ListKnownOutagesHandler,
    ListOutagesHandler,
    RegisterOutageHandler,
    RestoreOutageHandler,
    UpdateOutageHandler,
  ],
  providers: [ChangeOutage, RegisterOutage, { provide: Outages, useClass: PgOutages }],
  exports: [ChangeOutage],
})
export class OutageModule {}
