import { COURSE_CATALOGUE } from '@switchyard/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EXAM_TABLES } from './317/exam-tables';
import { TRAINING_TABLES } from './317/training-tables';

const SEED = `with seed as (
    select value ->> 'code' as code, value - 'code' as document from jsonb_array_elements($1::jsonb)
  ), added as (
    insert into course (code, version, document) select code, 1, document from seed
  ) insert into course_version (course_code, version, document, made_at, made_by)
    select code, 1, document, 'epoch', 'system:standard' from seed`;

/** Training and exams (§15), with the documents' catalogue of courses. */
export class Training1767200000317 implements MigrationInterface {
  readonly name = 'Training1767200000317';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TRAINING_TABLES, ...EXAM_TABLES]) await runner.query(statement);
    const courses = COURSE_CATALOGUE.map((course) => ({
      ...course,
      plannedMinutes: course.topics.length * 60,
      examRequired: false,
    }));
    await runner.query(SEED, [JSON.stringify(courses)]);
    // Not to be guessed from anything else that is stored.
    await runner.query(
      `insert into training_feedback_secret (secret) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table exam_appeal, exam_mark, exam_answer, exam_attempt, exam_candidate, exam_sitting, exam,
      question_version, question, training_import_error, training_import, service_level_test, training_feedback_secret,
      training_feedback_token, training_feedback, training_certificate_reminder, training_certificate_number,
      training_certificate, training_record, training_enrolment, training_session, training_need, training_plan, trainer,
      course_material, course_version, course`);
    await runner.query('drop function exam_answer_kept');
  }
}
