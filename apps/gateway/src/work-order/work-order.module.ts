import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module';
import { ApplicationActController } from './application-act.controller';
import { ApplicationController } from './application.controller';
import { AttachmentController } from './attachment.controller';
import { ComplaintActController } from './complaint-act.controller';
import { ComplaintController } from './complaint.controller';
import { DepartmentController } from './department.controller';
import { SpokenMessageController } from './spoken-message.controller';
import { VerificationActController } from './verification-act.controller';
import { WorkOrderEndController } from './work-order-end.controller';
import { WorkOrderKindController } from './work-order-kind.controller';
import { WorkOrderRouteController } from './work-order-route.controller';
import { WorkOrderWorkController } from './work-order-work.controller';
import { WorkOrderController } from './work-order.controller';

/** Work orders over REST, with what belongs to applications, verifications and complaints. */
@Module({
  imports: [RecordingModule],
  controllers: [
    WorkOrderController,
    WorkOrderKindController,
    WorkOrderRouteController,
    WorkOrderWorkController,
    WorkOrderEndController,
    ApplicationController,
    ApplicationActController,
    VerificationActController,
    ComplaintController,
    ComplaintActController,
    AttachmentController,
    DepartmentController,
    SpokenMessageController,
  ],
})
export class WorkOrderModule {}
