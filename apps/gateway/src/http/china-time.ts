const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An ISO instant as a table shows it, in China's time: 2026-03-02 09:30:00; absent stays absent. */
export const chinaTime = (instant: string | undefined): string | undefined =>
  instant === undefined ? undefined : CHINA.format(new Date(instant));
