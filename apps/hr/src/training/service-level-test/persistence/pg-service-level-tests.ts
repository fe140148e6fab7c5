import { Injectable } from '@nestjs/common';
import { CURSOR_PARTS, decodeCursor, pageOf, UnitOfWork } from '@switchyard/platform';
import type { Page } from '../../page';
import { type ServiceLevelTest, ServiceLevelTests, type TestFilter } from '../service-level-tests.port';

const DAY = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgServiceLevelTests extends ServiceLevelTests {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(test: ServiceLevelTest, recordedAt: Date): Promise<void> {
    await this.work.execute(
      `insert into service_level_test (id, staff_number, taken_on, written, phone, written_percent, phone_percent, result,
         recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        test.testId,
        test.staffNumber,
        test.takenOn,
        test.written,
        test.phone,
        test.writtenPercent,
        test.phonePercent,
        test.result,
        recordedAt,
        test.recordedBy,
      ],
    );
  }

  async list(filter: TestFilter, limit: number, cursor?: string): Promise<Page<ServiceLevelTest>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.uuid);
    const rows = await this.work.query<ServiceLevelTest>(
      `select id as "testId", staff_number as "staffNumber", taken_on::text as "takenOn", written::float8, phone::float8,
              written_percent as "writtenPercent", phone_percent as "phonePercent", result::float8,
              recorded_by as "recordedBy"
         from service_level_test
        where ($1::text is null or staff_number = $1) and ($2::date is null or taken_on >= $2)
          and ($3::date is null or taken_on <= $3) and ($4::text[] is null or staff_number = any ($4))
          and ($5::date is null or (taken_on, id) < ($5, $6::uuid))
        order by taken_on desc, id desc limit $7`,
      [filter.staffNumber, filter.from, filter.to, filter.staffNumbers, after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ takenOn, testId }) => [takenOn, testId]);
  }
}
