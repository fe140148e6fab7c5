import type { ReportLine } from '../daily-reports.port';

type Figure = number | null | undefined;

/** A figure that is none is left out: no figure is not the figure nought. */
function line(labelZh: string, labelEn: string, value: string | undefined, target?: string): ReportLine {
  return {
    labelZh,
    labelEn,
    ...(value !== undefined && { value }),
    ...(target !== undefined && { target }),
  };
}

const told = (figure: Figure, write: (value: number) => string): string | undefined =>
  figure === null || figure === undefined ? undefined : write(figure);

export const countLine = (labelZh: string, labelEn: string, count: Figure): ReportLine =>
  line(labelZh, labelEn, told(count, String));

/** A share of 0 to 1 as per cent to a tenth. */
export const shareLine = (labelZh: string, labelEn: string, share: Figure, target?: string): ReportLine =>
  line(
    labelZh,
    labelEn,
    told(share, (value) => `${(value * 100).toFixed(1)} %`),
    target,
  );

export const percentLine = (labelZh: string, labelEn: string, percent: Figure, target?: string): ReportLine =>
  line(
    labelZh,
    labelEn,
    told(percent, (value) => `${value.toFixed(1)} %`),
    target,
  );

export const secondsLine = (labelZh: string, labelEn: string, seconds: Figure, target?: string): ReportLine =>
  line(
    labelZh,
    labelEn,
    told(seconds, (value) => `${value.toFixed(1)} s`),
    target,
  );

export const numberLine = (labelZh: string, labelEn: string, value: Figure, target?: string): ReportLine =>
  line(
    labelZh,
    labelEn,
    told(value, (number) => number.toFixed(2)),
    target,
  );
