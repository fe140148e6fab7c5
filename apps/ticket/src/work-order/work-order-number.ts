const CHINA_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in China, YYYYMMDD. */
export const dayOf = (at: Date): string => CHINA_DAY.format(at).replaceAll('-', '');

/** `serial` from 1; six digits, more when a day has more. */
export const workOrderNumber = (day: string, serial: number): string =>
  `W${day}-${String(serial).padStart(6, '0')}`;
