import { Module } from '@nestjs/common';
import { ClockPolicyController } from './clock-policy.controller';
import { NotificationController } from './notification.controller';
import { ServiceClockController } from './service-clock.controller';

@Module({ controllers: [ServiceClockController, ClockPolicyController, NotificationController] })
export class ServiceClockModule {}
