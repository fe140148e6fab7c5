import type { LocalDate, Weekday } from '../shared';
import data from './data/cn-2024-2026.json';
import { buildCalendar, type CalendarDocument, type CalendarOverride } from './working-calendar';

/** China's public holidays and make-up working days as announced by the State Council, Monday to Friday else. */
export const CHINESE_CALENDAR_DOCUMENT: CalendarDocument = {
  id: data.id,
  source: data.source,
  sourceVersion: data.sourceVersion,
  coverage: { from: data.coverage.from as LocalDate, to: data.coverage.to as LocalDate },
  workingWeekdays: data.workingWeekdays as Weekday[],
  overrides: data.overrides as CalendarOverride[],
};

export const CHINESE_CALENDAR = buildCalendar(CHINESE_CALENDAR_DOCUMENT);
