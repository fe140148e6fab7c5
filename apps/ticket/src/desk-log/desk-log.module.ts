import { Module } from '@nestjs/common';
import { HarassmentLog } from './harassment.port';
import { ListHarassmentHandler } from './list-harassment/list-harassment.handler';
import { ListSystemFaultsHandler } from './list-system-faults/list-system-faults.handler';
import { PgHarassmentLog } from './persistence/pg-harassment-log';
import { PgSystemFaults } from './persistence/pg-system-faults';
import { RecordHarassmentHandler } from './record-harassment/record-harassment.handler';
import { RecordSystemFaultHandler } from './record-system-fault/record-system-fault.handler';
import { SolveSystemFaultHandler } from './solve-system-fault/solve-system-fault.handler';
import { SystemFaults } from './system-faults.port';

/** What the shift keeps a record of beside work orders: harassing calls (§2.8), faults of its own systems (§7). */
@Module({
  controllers: [
    ListHarassmentHandler,
    ListSystemFaultsHandler,
    RecordHarassmentHandler,
    RecordSystemFaultHandler,
    SolveSystemFaultHandler,
  ],
  providers: [
    { provide: HarassmentLog, useClass: PgHarassmentLog },
    { provide: SystemFaults, useClass: PgSystemFaults },
  ],
})
export class DeskLogModule {}
