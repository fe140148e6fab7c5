import type { DialWaitReason } from '@switchyard/domain';
import type { Bilingual } from '@switchyard/platform';

const words = (chinese: string, english: string): Bilingual => ({ 'zh-CN': chinese, en: english });

/** Outcomes in the words of staff. */
const OUTCOME_WORDS: Readonly<Record<string, Bilingual>> = {
  confirmed: words('客户按键确认', 'confirmed by key'),
  heard: words('已听完主要内容', 'heard the essential part'),
  'hung-up-early': words('过早挂断', 'hung up too early'),
  'no-reaction': words('接通但未听到内容', 'answered, but heard too little'),
  busy: words('占线', 'busy'),
  'no-answer': words('无人接听', 'no answer'),
  rejected: words('拒接', 'rejected'),
  'switched-off': words('关机或无法接通', 'switched off or out of reach'),
  'invalid-number': words('空号或号码无效', 'the number does not exist'),
  'opted-out': words('客户要求不再致电', 'asked not to be called for this'),
  'call-later': words('客户要求稍后再拨', 'asked to be called later'),
  'human-requested': words('客户要求人工服务', 'asked for a human'),
  voicemail: words('语音信箱', 'voicemail'),
  technical: words('我方技术故障，不计次数', 'a failure on our side; it counts for nothing'),
  unknown: words('结果不明，按无人接听处理', 'the evidence is lost: treated like no answer'),
};

const WAIT_WORDS: Readonly<Record<DialWaitReason, Bilingual>> = {
  settled: words('已有结果', 'settled'),
  'batch-not-started': words('批次尚未启动', 'the batch was not started yet'),
  'batch-paused': words('批次已暂停', 'the batch is paused'),
  'batch-over': words('批次已结束', 'the batch is over'),
  'in-call': words('正在通话', 'in a call now'),
  spacing: words('等待重拨间隔', 'the spacing after the attempt before has not run out'),
  'technical-back-off': words('我方故障后等待重试', 'waiting after a failure on our side'),
  'outside-calling-hours': words('不在允许外呼的时段', 'outside the calling hours'),
  'frequency-cap': words('已达到该号码的呼叫频次上限', 'the number was called as often as it may be for now'),
  'number-busy': words('正在与该号码通话', 'another call to the number is in progress'),
  'truth-unknown': words('暂时无法核实是否已缴费', 'whether it was paid cannot be asked at the moment'),
  'pbx-not-available': words('电话交换机不可用', 'no telephone exchange is available'),
  'line-share': words('本批次可用线路已满', 'the batch uses its whole share of the lines'),
  'no-free-line': words('没有空闲线路', 'no line is free'),
  'calls-per-second': words('已达到每秒呼叫上限', 'the limit of calls per second is reached'),
  'voice-unavailable': words(
    '语音暂时无法合成，稍后再试',
    'its words cannot be spoken at the moment; tried again',
  ),
  'in-turn': words('排队等待外呼', 'next in turn'),
};

const DISPOSITION_WORDS: Readonly<Record<string, Bilingual>> = {
  'delivered:': words('已通知到', 'told'),
  'handed-off:exhausted': words('三次未通知到，转交纸质通知', 'not reached in all attempts: handed off'),
  'handed-off:invalid': words('号码无效，转交纸质通知', 'the number does not exist: handed off'),
  'handed-off:opted-out': words('客户要求不再致电，转交纸质通知', 'asked not to be called: handed off'),
  'handed-off:do-not-call': words('在免打扰名单中，转交纸质通知', 'on the do-not-call register: handed off'),
  'handed-off:deadline': words('截止时间已到，转交纸质通知', 'the deadline passed: handed off'),
  'handed-off:technical': words('我方多次故障，转交纸质通知', 'too many failures on our side: handed off'),
  'cancelled:paid': words('已缴费，取消通知', 'paid meanwhile: cancelled'),
  'cancelled:restored': words('已恢复，取消通知', 'restored meanwhile: cancelled'),
  'cancelled:reached-elsewhere': words('已由其他渠道通知，取消', 'reached by another channel: cancelled'),
  'cancelled:stopped': words('批次已停止，取消通知', 'the batch was stopped: cancelled'),
};

/** Words for an outcome; the outcome itself when a newer service has invented one. */
export function outcomeWords(outcome: string): Bilingual {
  return OUTCOME_WORDS[outcome] ?? words(outcome, outcome);
}

export function waitWords(reason: DialWaitReason): Bilingual {
  return WAIT_WORDS[reason];
}

export function dispositionWords(disposition: string, reason: string | null): Bilingual {
  const key = disposition === 'delivered' ? 'delivered:' : `${disposition}:${reason ?? ''}`;
  return DISPOSITION_WORDS[key] ?? words(key, key);
}

export function joinWords(parts: readonly Bilingual[]): Bilingual {
  return words(parts.map((part) => part['zh-CN']).join('；'), parts.map((part) => part.en).join('; '));
}
