import { formatTimeOfDay } from '../shared';
import type { Fault, ViolationCode } from './violation';

type Texts = readonly [zh: string, en: string];

/** `{name}` is a fact, `{who}` the person, `{date}` the day and `{time}` the part of it. */
const TEXTS: Readonly<Record<ViolationCode, Texts>> = {
  'unknown-staff': ['{who}：没有这个工号，请改正或删除', '{who}: no such staff number; correct or remove it'],
  'not-yet-hired': [
    '{who}：{date} 尚未入职（{hiredOn} 入职）',
    '{who} is not here yet on {date} (hired on {hiredOn})',
  ],
  'has-left': ['{who}：{date} 已离职（{leftOn} 起）', '{who} has left before {date} (on {leftOn})'],
  suspended: ['{who}：已停职，{date} 不能排班', '{who} is suspended and cannot be rostered on {date}'],
  'outside-month': ['{who}：{date} 不属于本排班表的月份', '{who}: {date} is not in the month of this roster'],
  'template-disabled': [
    '{who}：{date} 的班次 {template} 未启用，请启用或换班次',
    '{who}: shift {template} of {date} is not enabled; enable it or take another',
  ],
  overlap: [
    '{who}：{date} 与 {otherDate} 的班次时间重叠',
    '{who}: the shifts of {date} and {otherDate} overlap',
  ],
  'too-little-rest': [
    '{who}：{before} 的班次前只休息 {restHours} 小时，至少 {leastHours} 小时',
    '{who} has {restHours} h of rest before the shift of {before}; at least {leastHours} h are needed',
  ],
  'too-many-days': [
    '{who}：{from} 至 {to} 连续上班 {days} 天，最多 {most} 天',
    '{who} works {days} days in a row, {from} to {to}; at most {most} are allowed',
  ],
  'on-leave': ['{who}：{date} 已批准休假', '{who} is on approved leave on {date}'],
  'weekend-empty': [
    '{date}：周末只有 {shifts} 个班，至少 {least} 个，周末不得空岗',
    '{date}: {shifts} shifts at the weekend, at least {least} are needed; weekend posts may not be empty',
  ],
  'no-leader': ['{date} {time}：没有班组长或值班长在岗', '{date} {time}: no group or shift leader is there'],
  'too-many-off': [
    '{date}：{off} 人休假或不按规律休息，最多 {most} 人',
    '{date}: {off} are on leave or off against their pattern; at most {most} are allowed',
  ],
  'too-few-heads': [
    '{date} {time}：最少时 {heads} 人在岗，需要 {needed} 人，缺 {missing} 人',
    '{date} {time}: {heads} on duty at the worst, {needed} needed, {missing} missing',
  ],
  'skill-missing': [
    '{date} {time}：会 {skill} 的只有 {heads} 人，至少 {needed} 人',
    '{date} {time}: {heads} on duty with {skill}; at least {needed} are needed',
  ],
  'too-few-reserve': [
    '{date}：备勤 {reserve} 人，至少 {least} 人',
    '{date}: {reserve} in reserve; at least {least} are needed',
  ],
  'too-few-days-off': [
    '{who}：本月只休息 {off} 天，至少 {least} 天',
    '{who} has {off} days off this month; at least {least} are due',
  ],
  'unfair-nights': [
    '{who}：本月夜班 {own} 个，平均 {mean} 个，超过 {spread} 个以上',
    '{who} has {own} nights this month, the mean is {mean}; that is more than {spread} above',
  ],
  'unfair-weekends': [
    '{who}：本月周末上班 {own} 天，平均 {mean} 天，超过 {spread} 天以上',
    '{who} works {own} days at weekends, the mean is {mean}; that is more than {spread} above',
  ],
  'wish-not-met': ['{who}：{date} 的愿望“{wish}”没有满足', '{who}: the wish "{wish}" for {date} is not met'],
};

/** What a fault means, for people. */
export function violationTexts(fault: Fault): { readonly textZh: string; readonly textEn: string } {
  const [zh, en] = TEXTS[fault.code];
  const who = [fault.staffName, fault.staffNumber].filter((part) => part !== undefined).join(' ');
  const time =
    fault.fromMinute === undefined
      ? ''
      : `${formatTimeOfDay(fault.fromMinute)}–${formatTimeOfDay(fault.toMinute ?? fault.fromMinute)}`;
  const words: Record<string, string | number> = { ...fault.facts, who, date: fault.date ?? '', time };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''));
  return { textZh: fill(zh), textEn: fill(en) };
}
