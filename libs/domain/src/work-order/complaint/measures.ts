import type { ChainedEvent } from '../history/event-chain';

export type MeasureStatus = 'planned' | 'done' | 'effective';

export interface Measure {
  readonly measure: string;
  readonly text: string;
  readonly department: string;
  /** Day in China, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly status: MeasureStatus;
}

/** Improvement measures of a complaint, as a history leaves them; one that proved without effect is open again. */
export function measuresOf(events: readonly Pick<ChainedEvent, 'type' | 'data'>[]): readonly Measure[] {
  const measures = new Map<string, Measure>();
  for (const { type, data } of events) {
    const measure = typeof data['measure'] === 'string' ? data['measure'] : '';
    const known = measures.get(measure);
    if (type === 'measure-planned') {
      const { text, department, dueOn } = data;
      measures.set(measure, {
        measure,
        text: String(text),
        department: String(department),
        dueOn: String(dueOn),
        status: 'planned',
      });
    }
    if (known && type === 'measure-done') measures.set(measure, { ...known, status: 'done' });
    if (known && type === 'measure-verified')
      measures.set(measure, { ...known, status: data['effective'] === true ? 'effective' : 'planned' });
  }
  return [...measures.values()];
}
