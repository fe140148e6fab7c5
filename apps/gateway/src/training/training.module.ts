import { Module } from '@nestjs/common';
import { CertificateController } from './certificate.controller';
import { TrainingCourseController } from './course.controller';
import { OpenMaterial } from './open-material';
import { OwnTrainingController } from './own-training.controller';
import { TrainingPlanController } from './plan.controller';
import { TrainingRecordController } from './record.controller';
import { TrainingSessionController } from './session.controller';
import { TakeTrainingFile } from './take-training-file';

/** Training over REST. */
@Module({
  controllers: [
    CertificateController,
    OwnTrainingController,
    TrainingCourseController,
    TrainingPlanController,
    TrainingRecordController,
    TrainingSessionController,
  ],
  providers: [OpenMaterial, TakeTrainingFile],
  exports: [TakeTrainingFile],
})
export class TrainingModule {}
