import { Module } from '@nestjs/common';
import { ComplaintsController } from './complaints.controller';
import { AnonymousComplaintsController } from './me/anonymous-complaints.controller';
import { OwnReadingController } from './me/own-reading.controller';
import { OwnVoiceController } from './me/own-voice.controller';
import { OwnWorkController } from './me/own-work.controller';
import { MeetingsController } from './meetings.controller';
import { NoticesController } from './notices.controller';
import { OvertimeController } from './overtime.controller';
import { ProposalsController } from './proposals.controller';
import { RuleBookController } from './rule-book.controller';
import { SurveysController } from './surveys.controller';
import { WorkPlanController } from './work-plan.controller';

/** The smaller things of a workplace over REST (§18a). */
@Module({
  controllers: [
    AnonymousComplaintsController,
    ComplaintsController,
    MeetingsController,
    NoticesController,
    OvertimeController,
    OwnReadingController,
    OwnVoiceController,
    OwnWorkController,
    ProposalsController,
    RuleBookController,
    SurveysController,
    WorkPlanController,
  ],
})
export class WorkplaceModule {}
