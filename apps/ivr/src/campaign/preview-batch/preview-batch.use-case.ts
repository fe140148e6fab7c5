import { Inject, Injectable } from '@nestjs/common';
import type { BatchPreview, PreviewBatchRequest, PreviewRow } from '@switchyard/contracts';
import { CUSTOMER_KINDS } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { DialerConfig } from '../../dialer/dialer.config';
import { DialingRules } from '../../dialer/policy/dialing-rules';
import { NoticeTemplates } from '../../notice-template/notice-templates';
import type { Batch } from '../batch/batch';
import { Batches } from '../batch/batches.port';
import type { Contact } from '../contacts/contact';
import { Contacts } from '../contacts/contacts.port';
import { callingSpans } from './calling-spans';
import { type BatchForecast, ForecastBatch } from './forecast-batch';
import { noticeText } from './notice-text';

const DEFAULT_ROWS = 5;

/** What staff look at before they start a batch: who, what is said, when, and what to expect. */
@Injectable()
export class PreviewBatch {
  constructor(
    private readonly batches: Batches,
    private readonly contacts: Contacts,
    private readonly rules: DialingRules,
    private readonly forecastBatch: ForecastBatch,
    private readonly config: DialerConfig,
    private readonly templates: NoticeTemplates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `batch.not-found` */
  async execute({ batchId, rows = DEFAULT_ROWS }: PreviewBatchRequest): Promise<BatchPreview> {
    const batch = await this.batches.get(batchId);
    const [shown, counts, expected] = await Promise.all([
      this.contacts.list({ batchId, limit: rows }),
      this.contacts.totals(batchId, batch.kind),
      this.forecastBatch.of(batch),
    ]);
    return {
      rows: await Promise.all(shown.slice(0, rows).map((contact) => this.row(batch, contact))),
      counts,
      forecast: toForecastView(expected),
      windows: this.windows(batch, expected.deadline),
      deadlineAt: expected.deadline.toISOString(),
      warnings: expected.warnings.map(({ code, text }) => ({ code, text: { ...text } })),
    };
  }

  private async row(batch: Batch, contact: Contact): Promise<PreviewRow> {
    const template = await this.templates.spoken(batch.kind, contact.language);
    return {
      contactId: contact.id,
      line: contact.line,
      accountNo: contact.accountNo,
      customerName: contact.customerName,
      number: contact.number,
      extension: contact.extension ?? undefined,
      language: contact.language,
      text: noticeText(template, contact, this.config.unitName),
    };
  }

  private windows(batch: Batch, until: Date): BatchPreview['windows'] {
    const now = this.clock.now();
    const policy = this.rules.policy(batch.policyName, now);
    return CUSTOMER_KINDS.flatMap((kind) => callingSpans(kind, this.rules.hours(policy, kind), now, until));
  }
}

function toForecastView({ forecast, lines }: BatchForecast): BatchPreview['forecast'] {
  const { exhausted, invalid, optedOut, deadline } = forecast.onPaper;
  return {
    expectedCalls: forecast.expectedCalls,
    expectedHandOffs: exhausted + invalid + optedOut + deadline,
    doneAt: forecast.finishAt?.toISOString(),
    onTime: forecast.onTime,
    lines,
    linesNeeded: forecast.linesNeeded,
  };
}
