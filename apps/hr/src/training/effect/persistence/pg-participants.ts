import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { type Participant, Participants } from '../participants.port';

@Injectable()
export class PgParticipants extends Participants {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  of(courseCode: string, from: LocalDate, to: LocalDate): Promise<readonly Participant[]> {
    return this.work.query<Participant>(
      `select staff_number as "staffNumber", max(held_on)::text as "attendedOn" from training_record
        where course_code = $1 and held_on between $2 and $3 and completion <> 'attendance-missing'
        group by 1 order by 1`,
      [courseCode, from, to],
    );
  }
}
