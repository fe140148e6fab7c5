import { Injectable } from '@nestjs/common';
import { EFFECT_INDICATORS } from '@switchyard/contracts';
import { QualityFacts } from '../../quality/quality-facts.port';
import { TrainingFacts } from '../training-facts.port';

export type EffectIndicator = (typeof EFFECT_INDICATORS)[number];

/** What a person's month came to; what is not known is absent. */
export type MonthIndicators = Partial<Readonly<Record<EffectIndicator, number>>>;

/** Which way is better. */
export const BETTER: Readonly<Record<EffectIndicator, 'higher' | 'lower'>> = {
  'quality-score': 'higher',
  'critical-error-percent': 'lower',
  'transaction-quality': 'higher',
  'exam-percent': 'higher',
};

/** Indicators of months by the facts of quality and of exams. */
@Injectable()
export class Indicators {
  constructor(
    private readonly quality: QualityFacts,
    private readonly training: TrainingFacts,
  ) {}

  /** By staff number. @param month YYYY-MM */
  async ofMonth(
    staffNumbers: readonly string[],
    month: string,
  ): Promise<ReadonlyMap<string, MonthIndicators>> {
    const quality = await this.quality.ofMonth(staffNumbers, month);
    const training = await this.training.ofMonth(staffNumbers, month);
    const exams = new Map(training.map(({ staffNumber, exam }) => [staffNumber, exam]));
    return new Map(
      quality.map(({ staffNumber, evaluations, meanScore, criticalErrors, transactionQuality }) => {
        const exam = exams.get(staffNumber);
        const indicators: MonthIndicators = {
          ...(meanScore !== undefined && { 'quality-score': meanScore }),
          ...(evaluations > 0 && { 'critical-error-percent': (criticalErrors / evaluations) * 100 }),
          ...(transactionQuality !== undefined && { 'transaction-quality': transactionQuality }),
          ...(exam && { 'exam-percent': (exam.score / exam.fullMarks) * 100 }),
        };
        return [staffNumber, indicators];
      }),
    );
  }
}
