import { Module } from '@nestjs/common';
import { PgReminders } from './persistence/pg-reminders';
import { Reminders } from './reminders.port';

/** Lists of what each member of staff is to know or do. */
@Module({ providers: [{ provide: Reminders, useClass: PgReminders }], exports: [Reminders] })
export class RemindersModule {}
