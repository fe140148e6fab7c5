import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type CourseExam, CourseExams } from '../course-exams.port';

@Injectable()
export class PgCourseExams extends CourseExams {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  of(courseCode: string, staffNumbers: readonly string[]): Promise<readonly CourseExam[]> {
    return this.work.query<CourseExam>(
      `select distinct on (a.staff_number) a.staff_number as "staffNumber", a.passed, a.score::float8 as score,
              a.full_marks as "fullMarks"
         from exam_attempt a join exam_sitting s on s.id = a.sitting_id
        where s.course_code = $1 and a.staff_number = any ($2) and a.state = 'released'
        order by a.staff_number, a.passed desc, a.score / a.full_marks desc`,
      [courseCode, staffNumbers],
    );
  }
}
