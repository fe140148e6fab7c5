import { Injectable } from '@nestjs/common';
import type { ExamResultView } from '@switchyard/contracts';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { ExamResults } from '../exam-results.port';

type Row = Omit<ExamResultView, 'startedAt'> & { readonly startedAt: Date };

@Injectable()
export class PgExamResults extends ExamResults {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async ofStaff(staffNumber: string): Promise<readonly ExamResultView[]> {
    const rows = await this.work.query<Nullable<Row>>(
      `select a.id as "examAttemptId", s.title, s.course_code as "courseCode", a.started_at as "startedAt",
              a.score::float8 as score, a.full_marks as "fullMarks", a.passed
         from exam_attempt a join exam_sitting s on s.id = a.sitting_id
        where a.staff_number = $1 and a.state = 'released' order by a.started_at desc, a.id limit 500`,
      [staffNumber],
    );
    return rows.map((row) => {
      const { startedAt, ...result } = withoutNulls<Row>(row);
      return { ...result, startedAt: startedAt.toISOString() };
    });
  }
}
