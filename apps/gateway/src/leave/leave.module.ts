import { Module } from '@nestjs/common';
import { KeepPaper } from './keep-paper';
import { LeaveController } from './leave.controller';
import { MyLeaveController } from './my-leave.controller';

@Module({ controllers: [LeaveController, MyLeaveController], providers: [KeepPaper] })
export class LeaveModule {}
