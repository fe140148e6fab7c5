import type { QueueFiguresRow } from '@switchyard/contracts';

const BYTE_ORDER_MARK = '\uFEFF';
const COUNTS = [
  'offered',
  'answered',
  'answeredInTime',
  'abandoned',
  'abandonedInTime',
  'callBacks',
  'timedOut',
  'turnedAway',
  'waiting',
  'transferred',
  'talks',
  'talksOver',
  'holdKnown',
  'afterCallsKnown',
  'ringsKnown',
] as const;
const FIGURES = [
  'serviceLevel',
  'answerRate',
  'abandonRate',
  'averageWaitSeconds',
  'averageHandlingSeconds',
  'averageTalkSeconds',
  'averageHoldSeconds',
  'averageAfterCallSeconds',
  'averageRingSeconds',
  'rangTooLongShare',
  'transferRate',
] as const;
const TIERS = ['high', 'mid', 'ordinary'] as const;

/** One line for each row, the columns named as in JSON; ratios 0 to 1 with four decimals, empty where unknown. */
export function figuresCsv(rows: readonly QueueFiguresRow[]): string {
  const header = [
    'from',
    'to',
    'group',
    ...COUNTS,
    ...FIGURES,
    ...TIERS.map((tier) => `serviceLevel:${tier}`),
    'inMenus',
    'servedByMenus',
    'selfServiceRate',
  ];
  const lines = rows.map(({ from, to, group, figures, tiers, selfService }) => [
    from,
    to,
    group ?? '',
    ...COUNTS.map((name) => String(figures[name])),
    ...FIGURES.map((name) => rounded(figures[name])),
    ...TIERS.map((tier) => rounded(tiers.find((level) => level.tier === tier)?.serviceLevel ?? null)),
    String(selfService?.inMenus ?? ''),
    String(selfService?.served ?? ''),
    rounded(selfService?.rate ?? null),
  ]);
  return BYTE_ORDER_MARK + [header, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function rounded(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(4)));
}
