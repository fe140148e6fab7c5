import { Module } from '@nestjs/common';
import { Areas } from './areas.port';
import { ListAreasHandler } from './list-areas/list-areas.handler';
import { PgAreas } from './persistence/pg-areas';
import { PutAreaHandler } from './put-area/put-area.handler';

/** The supply areas. */
@Module({
  controllers: [ListAreasHandler, PutAreaHandler],
  providers: [{ provide: Areas, useClass: PgAreas }],
  exports: [Areas],
})
export class AreaModule {}
