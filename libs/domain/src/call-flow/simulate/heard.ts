import { joinSegments } from '../../speech';
import type { FlowEffect } from '../engine/flow-effect';

/** The texts of what was played, in order. */
export function heard(effects: readonly FlowEffect[]): string[] {
  return effects.flatMap((effect) =>
    effect.type === 'play' ? [joinSegments(effect.segments, effect.language)] : [],
  );
}
