import { Module } from '@nestjs/common';
import { TrainingModule } from '../training/training.module';
import { ExamAttemptController } from './attempt.controller';
import { ExamController } from './exam.controller';
import { OwnExamController } from './own-exam.controller';
import { QuestionController } from './question.controller';

/** Exams over REST. */
@Module({
  imports: [TrainingModule],
  controllers: [ExamAttemptController, QuestionController, ExamController, OwnExamController],
})
export class ExamModule {}
