import type { ValueTier } from '../shared';
import type { QueueFigures } from './figures-of';

/** What the figures are held against (§13); dated data, since limits change over the years (§22). */
export interface FigureTargets {
  /** Seconds within which a call should be answered. */
  readonly answerSeconds: number;
  /** Least share of calls answered in that time, by value tier. */
  readonly serviceLevel: Readonly<Record<ValueTier, number>>;
  readonly answerRate: number;
  readonly averageWaitSeconds: number;
  readonly averageTalkSeconds: number;
  readonly averageAfterCallSeconds: number;
  /** Longest that a phone may ring. */
  readonly ringSeconds: number;
  readonly transferRate: number;
  readonly averageCsat: number;
  readonly nps: number;
  readonly solvedRate: number;
}

/** §13: China Unicom's 90/85 % in 20 s by tier, the 95598 regulation's limits, S3's satisfaction. */
export const STANDARD_FIGURE_TARGETS: FigureTargets = {
  answerSeconds: 20,
  serviceLevel: { high: 0.9, mid: 0.85, ordinary: 0.85 },
  answerRate: 0.85,
  averageWaitSeconds: 30,
  averageTalkSeconds: 150,
  averageAfterCallSeconds: 60,
  ringSeconds: 12,
  transferRate: 0.03,
  averageCsat: 4.5,
  nps: 40,
  solvedRate: 0.85,
};

/** Names of the figures that miss their target, of those that are known. The service level is judged by tier. */
export function missedTargets(figures: QueueFigures, targets: FigureTargets): (keyof QueueFigures)[] {
  const below = (name: 'answerRate') => isKnown(figures[name]) && figures[name] < targets[name];
  const above = (
    name: 'averageWaitSeconds' | 'averageTalkSeconds' | 'averageAfterCallSeconds' | 'transferRate',
  ) => isKnown(figures[name]) && figures[name] > targets[name];
  return [
    ...(below('answerRate') ? (['answerRate'] as const) : []),
    ...(
      ['averageWaitSeconds', 'averageTalkSeconds', 'averageAfterCallSeconds', 'transferRate'] as const
    ).filter(above),
    ...(isKnown(figures.averageRingSeconds) && figures.averageRingSeconds > targets.ringSeconds
      ? (['averageRingSeconds'] as const)
      : []),
  ];
}

const isKnown = (value: number | null): value is number => value !== null;
