import type { DialledNumberView } from '@switchyard/contracts';
import type { DialledNumber } from './dialled-numbers.port';

export function toDialledNumberView(number: DialledNumber): DialledNumberView {
  const { dialled, flow, setBy, setAt } = number;
  return {
    dialled,
    flow,
    setBy,
    setAt: setAt.toISOString(),
    ...(number.entry === null ? {} : { entry: number.entry }),
    ...(number.language === null ? {} : { language: number.language }),
  };
}
