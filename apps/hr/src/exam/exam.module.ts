import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { CourseModule } from '../training/course/course.module';
import { ImportingModule } from '../training/importing/importing.module';
import { TrainedStaffModule } from '../training/people/trained-staff.module';
import { TrainingModule } from '../training/training.module';
import { AppealsHandler } from './appeal/appeals.handler';
import { Appeals } from './appeal/appeals.port';
import { DecideAppeal } from './appeal/decide-appeal/decide-appeal.use-case';
import { PgAppeals } from './appeal/persistence/pg-appeals';
import { RaiseAppeal } from './appeal/raise-appeal/raise-appeal.use-case';
import { ExamAttempts } from './exam-attempt/exam-attempts.port';
import { PgExamAttempts } from './exam-attempt/persistence/pg-exam-attempts';
import { ReadExamAttemptsHandler } from './exam-attempt/read-exam-attempts.handler';
import { SaveAnswers } from './exam-attempt/save-answers/save-answers.use-case';
import { SitExamHandler } from './exam-attempt/sit-exam.handler';
import { StartExam } from './exam-attempt/start-exam/start-exam.use-case';
import { SubmitExam } from './exam-attempt/submit-exam/submit-exam.use-case';
import { SubmitOverdue } from './exam-attempt/submit-exam/submit-overdue';
import { DrawPaper } from './exam/draw-paper';
import { ExamsHandler } from './exam/exams.handler';
import { Exams } from './exam/exams.port';
import { PgExams } from './exam/persistence/pg-exams';
import { MarkExamPaperHandler } from './marking/mark-exam-paper/mark-exam-paper.handler';
import { MarkExamPaper } from './marking/mark-exam-paper/mark-exam-paper.use-case';
import { ImportQuestionsHandler } from './question/import-questions/import-questions.handler';
import { ImportQuestions } from './question/import-questions/import-questions.use-case';
import { PgQuestions } from './question/persistence/pg-questions';
import { Questions } from './question/questions.port';
import { ReadQuestionsHandler } from './question/read-questions.handler';
import { SaveQuestionHandler } from './question/save-question/save-question.handler';
import { OpenSitting } from './sitting/open-sitting/open-sitting.use-case';
import { PgSittings } from './sitting/persistence/pg-sittings';
import { ReleaseSitting } from './sitting/release-sitting/release-sitting.use-case';
import { SittingsHandler } from './sitting/sittings.handler';
import { Sittings } from './sitting/sittings.port';

/** The question bank, papers, sittings, marking and appeals (§15). */
@Module({
  imports: [CourseModule, ImportingModule, PolicyModule, TrainedStaffModule, TrainingModule],
  controllers: [
    AppealsHandler,
    ExamsHandler,
    ImportQuestionsHandler,
    MarkExamPaperHandler,
    ReadExamAttemptsHandler,
    ReadQuestionsHandler,
    SaveQuestionHandler,
    SitExamHandler,
    SittingsHandler,
  ],
  providers: [
    DecideAppeal,
    DrawPaper,
    ImportQuestions,
    MarkExamPaper,
    OpenSitting,
    RaiseAppeal,
    ReleaseSitting,
    SaveAnswers,
    StartExam,
    SubmitExam,
    SubmitOverdue,
    { provide: Appeals, useClass: PgAppeals },
    { provide: ExamAttempts, useClass: PgExamAttempts },
    { provide: Exams, useClass: PgExams },
    { provide: Questions, useClass: PgQuestions },
    { provide: Sittings, useClass: PgSittings },
  ],
})
export class ExamModule {}
