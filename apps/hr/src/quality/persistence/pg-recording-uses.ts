import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { UsesOfRecordings } from '../recording-uses/recording-uses.port';

@Injectable()
export class PgRecordingUses extends UsesOfRecordings {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  /** Who has left is told nothing any more, and does not appeal. */
  async inJudgement(recordingIds: readonly string[], now: Date): Promise<readonly string[]> {
    const rows = await this.work.query<{ id: string }>(
      `select recording_id as id from quality_item where recording_id = any ($1::uuid[]) and state = 'open'
       union select recording_id from quality_calibration where recording_id = any ($1::uuid[]) and state = 'open'
       union select e.recording_id from quality_evaluation e
       left join quality_appeal a on a.evaluation_id = e.id left join staff s on s.staff_number = e.staff_number
       where e.recording_id = any ($1::uuid[]) and (a.state = 'open'
         or a.id is null and s.status is distinct from 'left' and (e.feedback_at is null or e.appeal_until > $2))`,
      [recordingIds, now],
    );
    return rows.map(({ id }) => id);
  }
}
