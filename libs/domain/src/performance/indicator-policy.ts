import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';
import { INDICATOR_CODES, type IndicatorCode } from './indicator-definitions';

/** In the indicator's unit; both ends belong to it. */
export interface IndicatorTarget {
  readonly least?: number;
  readonly most?: number;
}

export type IndicatorTargets = Readonly<Partial<Record<IndicatorCode, IndicatorTarget>>>;

export interface IndicatorPolicy {
  /** By month, the earliest first: targets rise by date (C9, C27). */
  readonly versions: readonly { readonly from: string; readonly targets: IndicatorTargets }[];
}

/** §13. */
export const STANDARD_INDICATOR_POLICY: IndicatorPolicy = {
  versions: [
    {
      from: '2000-01',
      targets: {
        'after-call-seconds': { most: 60 },
        'ring-seconds': { most: 12 },
        'talk-seconds': { most: 150 },
        'transfer-rate': { most: 3 },
        'order-correctness': { least: 99 },
        'field-correctness': { least: 95 },
        'in-hand-minutes': { most: 5 },
        csat: { least: 4.5 },
        nps: { least: 40 },
        'solved-rate': { least: 85 },
      },
    },
  ],
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const FARTHEST = 1_000_000;

/** A policy out of JSON, with every problem named by its path. */
export function parseIndicatorPolicy(document: unknown): Result<IndicatorPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const versions = reader.objects('versions').map((version) => {
    const read = {
      from: version.text(
        'from',
        'a month, YYYY-MM',
        (text) => (MONTH.test(text) ? text : undefined),
        '2000-01',
      ),
      targets: readTargets(version.object('targets')),
    };
    version.refuseUnknownFields();
    return read;
  });
  if (versions.length === 0) reader.complain('versions', 'must have at least one');
  if (versions.some(({ from }, index) => index > 0 && from <= (versions[index - 1]?.from ?? '')))
    reader.complain('versions', 'must be in the order of their months, each month once');
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok({ versions }) : refused(reader.problems);
}

function readTargets(reader: DocumentReader): IndicatorTargets {
  const codes = INDICATOR_CODES.filter((code) => reader.has(code));
  const targets = codes.map((code) => {
    const part = reader.object(code);
    const target: IndicatorTarget = {
      ...(part.has('least') && { least: part.number('least', -FARTHEST, FARTHEST) }),
      ...(part.has('most') && { most: part.number('most', -FARTHEST, FARTHEST) }),
    };
    part.refuseUnknownFields();
    return [code, target] as const;
  });
  reader.refuseUnknownFields();
  return Object.fromEntries(targets);
}

/** Targets of a month; those of the first version for months before it. */
export function indicatorTargetsOf(month: string, { versions }: IndicatorPolicy): IndicatorTargets {
  return (versions.findLast(({ from }) => from <= month) ?? versions[0])?.targets ?? {};
}
