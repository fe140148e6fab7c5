import { Module } from '@nestjs/common';
import { LeaveDays } from './leave-days.port';
import { PgLeaveDays } from './persistence/pg-leave-days';

/** Who is on leave when, for the other features; by itself, for attendance asks it and leave asks attendance. */
@Module({ providers: [{ provide: LeaveDays, useClass: PgLeaveDays }], exports: [LeaveDays] })
export class LeaveDaysModule {}
