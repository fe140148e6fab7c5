import { Inject, Injectable } from '@nestjs/common';
import { type Forecast, forecast, type ForecastWarning, sharesFromHistory } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { DialerConfig } from '../../dialer/dialer.config';
import { DialingRules } from '../../dialer/policy/dialing-rules';
import { NoticeTemplates } from '../../notice-template/notice-templates';
import type { Batch } from '../batch/batch';
import { Contacts } from '../contacts/contacts.port';
import type { Warning } from '../import-contacts/import-record';
import { ReadyBatch } from '../import-contacts/ready-batch';
import { noticeText, secondsToSay } from './notice-text';

/** Ringing until somebody answers or nobody does, in seconds. */
const MEAN_RINGING_SECONDS = 15;
const SAMPLE = 5;

export interface BatchForecast {
  readonly forecast: Forecast;
  readonly lines: number;
  readonly deadline: Date;
  readonly warnings: readonly Warning[];
}

/** Preflight forecast (T2.10): when the batch would be done if it went on now, and who would end on paper. */
@Injectable()
export class ForecastBatch {
  constructor(
    private readonly contacts: Contacts,
    private readonly rules: DialingRules,
    private readonly readyBatch: ReadyBatch,
    private readonly config: DialerConfig,
    private readonly templates: NoticeTemplates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(batch: Batch): Promise<BatchForecast> {
    const now = this.clock.now();
    const policy = this.rules.policy(batch.policyName, now);
    const rule = policy.attempts[batch.kind];
    const free = Math.max(1, this.config.lines - this.config.inboundReserve);
    const lines = Math.max(1, Math.floor((free * batch.lineSharePercent) / 100));
    const deadline = batch.deadlineAt ?? this.readyBatch.deadlineOf(batch, now);
    const spacings = Object.values(rule.spacingSeconds);
    const groups = await this.contacts.open(batch.id);
    const result = forecast({
      now,
      deadline,
      groups: groups.map(({ customerKind, ...group }) => ({
        ...group,
        hours: this.rules.hours(policy, customerKind),
      })),
      maxCounted: rule.maxCounted,
      spacingSeconds: spacings.reduce((sum, seconds) => sum + seconds, 0) / spacings.length,
      lines,
      callsPerSecond: this.config.callsPerSecond,
      meanCallSeconds: MEAN_RINGING_SECONDS + (await this.meanSpeech(batch)),
      shares: sharesFromHistory(await this.contacts.outcomeHistory(batch.kind, now)),
    });
    return {
      forecast: result,
      lines,
      deadline,
      warnings: groups.length > 0 ? result.warnings.map(warningOf) : [],
    };
  }

  private async meanSpeech(batch: Batch): Promise<number> {
    const sample = await this.contacts.list({ batchId: batch.id, limit: SAMPLE });
    if (sample.length === 0) return 0;
    const seconds = await Promise.all(
      sample.map(async (contact) => {
        const template = await this.templates.spoken(batch.kind, contact.language);
        return secondsToSay(noticeText(template, contact, this.config.unitName), contact.language);
      }),
    );
    return seconds.reduce((sum, one) => sum + one, 0) / seconds.length;
  }
}

function warningOf(warning: ForecastWarning): Warning {
  const [chinese, english] = WORDS[warning];
  return { code: `forecast.${warning}`, text: { 'zh-CN': chinese, en: english } };
}

const WORDS: Readonly<Record<ForecastWarning, readonly [string, string]>> = {
  late: [
    '按目前的线路，截止时间前通知不完，余下的客户将转为纸质通知。',
    'the deadline will be missed for some customers: they will end on paper',
  ],
  'no-calling-hours-left': [
    '截止时间前已没有允许外呼的时段。',
    'no calling hours are left before the deadline',
  ],
  'too-few-lines': [
    '线路不足：增加线路即可按时完成。',
    'too few lines: with more of them it would be done in time',
  ],
  'calendar-not-covered': [
    '日历尚未包含相关日期的节假日，时间为暂定。',
    'holidays of the days concerned are not known yet: the times are provisional',
  ],
};
