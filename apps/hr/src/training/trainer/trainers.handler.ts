import { Controller } from '@nestjs/common';
import {
  COURSE_ERRORS,
  ListTrainers,
  ListTrainersRequest,
  SaveTrainer,
  SaveTrainerRequest,
  type TrainerPage,
  type TrainerView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { courseNotFound } from '../course/course-views';
import { Courses } from '../course/courses.port';
import { viewsOf } from '../page';
import { TrainedStaff } from '../people/trained-staff';
import { type Trainer, Trainers } from './trainers.port';

@Controller()
export class TrainersHandler {
  constructor(
    private readonly trainers: Trainers,
    private readonly courses: Courses,
    private readonly staff: TrainedStaff,
  ) {}

  @Handles(ListTrainers)
  async list({ limit = 50, cursor, ...filter }: ListTrainersRequest): Promise<TrainerPage> {
    return viewsOf(await this.trainers.list(filter, limit, cursor), toView);
  }

  @Handles(SaveTrainer)
  async save(trainer: SaveTrainerRequest): Promise<TrainerView> {
    if (trainer.staffNumber !== undefined) await this.staff.find(trainer.staffNumber);
    const known = await this.courses.known(trainer.courseCodes);
    const unknown = trainer.courseCodes.find((code) => !known.includes(code));
    if (unknown !== undefined) throw courseNotFound(unknown);
    if (await this.trainers.save(trainer)) return toView(trainer);
    throw new DomainError(
      COURSE_ERRORS.trainerTaken,
      `${trainer.staffNumber} is in the pool already; change that trainer.`,
      { field: 'staffNumber', staffNumber: trainer.staffNumber },
    );
  }
}

const toView = ({ courseCodes, ...trainer }: Trainer): TrainerView => ({
  ...trainer,
  courseCodes: [...courseCodes],
});
