import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { LocalDate } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { ReportLine } from './daily-reports.port';

/** Yesterday's attendance; until the days are reckoned it is away. */
@Injectable()
export class AttendanceOfDay {
  constructor(private readonly modules: ModuleRef) {}

  /** @throws DomainError `attendance.day-not-reckoned` */
  async linesOf(day: LocalDate): Promise<readonly ReportLine[]> {
    void this.modules;
    throw new DomainError('attendance.day-not-reckoned', `The attendance of ${day} is not reckoned.`, {
      day,
    });
  }
}
