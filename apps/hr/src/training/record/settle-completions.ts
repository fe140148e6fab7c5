import { Injectable } from '@nestjs/common';
import { type Completion, completionOf } from '@switchyard/domain';
import { Policies } from '../../policy/policies';
import { Certificates } from '../certificate/certificates.port';
import { IssueForRecord } from '../certificate/issue-for-record';
import { Courses } from '../course/courses.port';
import { type CourseExam, CourseExams } from './course-exams.port';
import { type CreditedSession, type Recorded, Records } from './records.port';

/** Whether people have completed a course, by attendance and exam; who has gets the course's certificate. */
@Injectable()
export class SettleCompletions {
  constructor(
    private readonly records: Records,
    private readonly courses: Courses,
    private readonly exams: CourseExams,
    private readonly certificates: Certificates,
    private readonly issue: IssueForRecord,
    private readonly policies: Policies,
  ) {}

  /** After results of a course's exam were released or changed. To be called in a transaction. */
  async afterExam(courseCode: string, staffNumbers: readonly string[], recorded: Recorded): Promise<void> {
    await this.execute(courseCode, await this.records.ofCourse(courseCode, staffNumbers), recorded);
  }

  /** Numbers of the certificates that were issued. To be called in a transaction. */
  async execute(
    courseCode: string,
    credited: readonly CreditedSession[],
    recorded: Recorded,
  ): Promise<readonly string[]> {
    const { attendancePercent } = await this.policies.inForce('training', recorded.at);
    const results = await this.exams.of(
      courseCode,
      credited.map(({ staffNumber }) => staffNumber),
    );
    const examOf = new Map(results.map((result) => [result.staffNumber, result]));
    const issued: string[] = [];
    for (const record of credited) {
      const exam = examOf.get(record.staffNumber);
      const number = await this.settleOne(record, exam, attendancePercent, recorded);
      if (number !== undefined) issued.push(number);
    }
    return issued;
  }

  private async settleOne(
    record: CreditedSession,
    exam: CourseExam | undefined,
    standardPercent: number,
    recorded: Recorded,
  ): Promise<string | undefined> {
    const course = await this.courses.version(record.courseCode, record.courseVersion);
    if (!course) throw new Error(`the course ${record.courseCode} lost its version ${record.courseVersion}`);
    const { examRequired, attendancePercent = standardPercent } = course;
    const completion: Completion = completionOf(
      {
        sessionMinutes: record.sessionMinutes,
        attendedMinutes: record.minutes,
        ...(exam && { examPassed: exam.passed }),
      },
      { attendancePercent, examRequired },
    );
    await this.records.setCompletion(record.recordId, completion, exam);
    if (completion === 'completed')
      return course.certificate && this.issue.execute(record, course.certificate, recorded);
    await this.certificates.revokeOfRecord(record.recordId, {
      at: recorded.at,
      by: recorded.by,
      reason: `completion: ${completion}`,
    });
    return undefined;
  }
}
