import type { RosterEntryView } from '@switchyard/contracts';

/**
 * Shifts as an iCalendar file (RFC 5545): times in UTC, so that every calendar shows them in its own zone; a shift keeps
 * its identity when it is read again.
 */
export function iCalendar(entries: readonly RosterEntryView[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Switchyard//roster//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap(({ entryId, templateCode, duty, startAt, endAt }) => [
      'BEGIN:VEVENT',
      `UID:${entryId}@switchyard`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(new Date(startAt))}`,
      `DTEND:${stamp(new Date(endAt))}`,
      `SUMMARY:${templateCode}${duty === 'regular' ? '' : ` (${duty})`}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
