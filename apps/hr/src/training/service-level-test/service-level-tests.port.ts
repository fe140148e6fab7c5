import type { LocalDate } from '@switchyard/domain';
import type { Page } from '../page';

export interface ServiceLevelTest {
  readonly testId: string;
  readonly staffNumber: string;
  readonly takenOn: LocalDate;
  readonly written: number;
  readonly phone: number;
  readonly writtenPercent: number;
  readonly phonePercent: number;
  readonly result: number;
  readonly recordedBy: string;
}

export interface TestFilter {
  readonly staffNumber?: string;
  readonly from?: string;
  readonly to?: string;
  readonly staffNumbers?: readonly string[];
}

export abstract class ServiceLevelTests {
  abstract add(test: ServiceLevelTest, recordedAt: Date): Promise<void>;
  abstract list(filter: TestFilter, limit: number, cursor?: string): Promise<Page<ServiceLevelTest>>;
}
