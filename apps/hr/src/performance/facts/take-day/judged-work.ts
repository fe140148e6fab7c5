import { Injectable } from '@nestjs/common';
import {
  type CorrectnessItemView,
  type CorrectnessSampleView,
  ListCorrectnessItems,
  ListCorrectnessSamples,
  type RequestContext,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { OperationClient } from '@switchyard/platform';
import type { JudgedWork } from '../staff-counts.port';
import type { TimeSpan } from './telephone-figures';

const PAGE = 200;
const PATIENCE = { timeoutMs: 30_000 };

/** Whose work orders a second person found right or wrong (art. 23(8)). */
@Injectable()
export class JudgedWorkOfTicket {
  constructor(private readonly operations: OperationClient) {}

  /** What was judged of samples whose period begins in the time. @throws DomainError of the operations */
  async within({ from, before }: TimeSpan, context: RequestContext): Promise<readonly JudgedWork[]> {
    const judged: JudgedWork[] = [];
    for (let cursor: string | undefined; ;) {
      const request = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const page = await this.operations.call(ListCorrectnessSamples, request, context, PATIENCE);
      for (const sample of page.items) {
        const begin = new Date(sample.from);
        if (begin >= from && begin < before) judged.push(...(await this.ofSample(sample, context)));
      }
      if (page.nextCursor === undefined) return judged;
      cursor = page.nextCursor;
    }
  }

  private async ofSample(sample: CorrectnessSampleView, context: RequestContext): Promise<JudgedWork[]> {
    const judged: JudgedWork[] = [];
    for (let cursor: string | undefined; ;) {
      const request = {
        sampleId: sample.sampleId,
        judged: true,
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      };
      const page = await this.operations.call(ListCorrectnessItems, request, context, PATIENCE);
      judged.push(...page.items.flatMap((item) => toJudged(item, sample)));
      if (page.nextCursor === undefined) return judged;
      cursor = page.nextCursor;
    }
  }
}

/** Outage notices are the centre's, not one person's work. */
function toJudged(item: CorrectnessItemView, { from }: CorrectnessSampleView): JudgedWork[] {
  const { itemId, subject, work, doneBy, verdicts } = item;
  if (subject === 'outage-notices' || verdicts === undefined) return [];
  const fields = Object.values(verdicts).filter((verdict) => verdict !== 'not-applicable');
  const fieldsRight = fields.filter((verdict) => verdict === 'right').length;
  return [
    {
      itemId,
      subject,
      work,
      accountId: doneBy,
      day: localDateAt(new Date(from)),
      wholeRight: fieldsRight === fields.length,
      fields: fields.length,
      fieldsRight,
    },
  ];
}
