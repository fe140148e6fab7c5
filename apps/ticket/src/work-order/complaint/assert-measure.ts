import { Injectable } from '@nestjs/common';
import { type MeasureStatus, WORK_ORDER_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { ComplaintMeasures } from './measures.port';

/** Whether a measure of a complaint is where an act on it needs it to be. */
@Injectable()
export class AssertMeasure {
  constructor(private readonly measures: ComplaintMeasures) {}

  async departmentOf(measure: string): Promise<string | undefined> {
    return (await this.measures.find(measure))?.department;
  }

  /** @throws DomainError `measure.not-found`, `measure.not-allowed-in-state` */
  async assert(number: string, measure: string, needed: MeasureStatus): Promise<void> {
    const found = await this.measures.find(measure);
    if (found?.number !== number)
      throw new DomainError(WORK_ORDER_ERRORS.measureUnknown, `${number} has no measure ${measure}.`, {
        field: 'measure',
        number,
        measure,
      });
    if (found.status !== needed)
      throw new DomainError(
        WORK_ORDER_ERRORS.measureState,
        `This measure is ${found.status}; the act needs it ${needed}.`,
        { field: 'measure', status: found.status, allowed: [needed] },
      );
  }
}
