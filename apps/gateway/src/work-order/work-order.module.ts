import { Module } from '@nestjs/common';
import { RecordingModule } from '../recording/recording.module';
import { SpokenMessageController } from './spoken-message.controller';
import { WorkOrderController } from './work-order.controller';

@Module({ imports: [RecordingModule], controllers: [WorkOrderController, SpokenMessageController] })
export class WorkOrderModule {}
