import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type NotedObstacle, Obstacles } from '../note-obstacles/obstacles.port';

@Injectable()
export class PgObstacles extends Obstacles {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async note(node: string, obstacles: readonly NotedObstacle[]): Promise<void> {
    await this.unitOfWork.query(
      `with given as (select * from jsonb_to_recordset($2::jsonb) as g("batchId" uuid, obstacle text)),
       gone as (
         delete from dial_obstacle d where d.node = $1 and not exists (select from given g where g."batchId" = d.batch_id))
       insert into dial_obstacle as d (batch_id, node, obstacle, seen_at)
       select g."batchId", $1, g.obstacle, now() from given g join batch b on b.id = g."batchId"
       on conflict (batch_id, node) do update set obstacle = excluded.obstacle, seen_at = excluded.seen_at`,
      [node, JSON.stringify(obstacles)],
    );
  }
}
