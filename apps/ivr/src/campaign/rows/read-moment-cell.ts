import { localDateAt, minuteOfDayAt, parseLocalDate, toHalfWidth } from '@switchyard/domain';
import { type ReadCell, refuseCell } from '@switchyard/platform';

const LOCAL =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2})[:：时点](\d{2})(?:[:分]?(\d{2})?(?:\.\d+)?秒?)?$/;
const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026-03-02 09:30, 2026/3/2 9:30, 2026年3月2日9:30 in China, or an instant with its zone. → YYYY-MM-DDTHH:MM in China */
export const readMomentCell: ReadCell = (text) => {
  const bare = toHalfWidth(text).trim();
  const moment = WITH_ZONE.test(bare) ? ofInstant(new Date(bare)) : ofLocal(bare);
  return moment ?? refuseCell('badDate', '时间应如 2026-03-02 09:30', 'give a time like 2026-03-02 09:30');
};

function ofInstant(at: Date): string | undefined {
  if (Number.isNaN(at.getTime())) return undefined;
  const minute = minuteOfDayAt(at);
  return `${localDateAt(at)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function ofLocal(text: string): string | undefined {
  const [, year, month = '', day = '', hour = '', minute = ''] = LOCAL.exec(text) ?? [];
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (date === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${date}T${hour.padStart(2, '0')}:${minute}`;
}
