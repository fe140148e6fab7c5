import type { CallFigures } from './call-figures';

const FACTOR = 1.25;
/** Rates closer than this are one: the machine is not steadier. */
const CLOSE = 1.06;

/** Tries one rate, in calls per second. */
export type TryRate<Tried extends CallFigures> = (offeredPerSecond: number) => Promise<Tried>;

export interface Search<Tried> {
  /** The highest rate that was sustained; undefined when none was. */
  readonly best: Tried | undefined;
  readonly tried: readonly Tried[];
}

/**
 * The highest sustained rate: from `first` up or down by a quarter until one rate holds and a higher one does not,
 * then between the two. At most `steps` rates, and none any more when `enough` says so.
 */
export async function findSustained<Tried extends CallFigures>(
  first: number,
  steps: number,
  tryRate: TryRate<Tried>,
  enough: () => boolean = () => false,
): Promise<Search<Tried>> {
  const tried: Tried[] = [];
  let holds = 0;
  let fails = Infinity;
  let rate = first;
  while (tried.length < steps && !(tried.length > 0 && enough()) && fails / Math.max(holds, 1) > CLOSE) {
    const figures = await tryRate(rate);
    tried.push(figures);
    if (figures.sustained) holds = rate;
    else fails = rate;
    rate = Math.round(
      fails === Infinity ? holds * FACTOR : holds === 0 ? fails / FACTOR : Math.sqrt(holds * fails),
    );
  }
  const sustained = tried.filter((figures) => figures.sustained);
  const best = sustained.reduce<Tried | undefined>(
    (most, figures) => (!most || figures.callsPerSecond > most.callsPerSecond ? figures : most),
    undefined,
  );
  return { best, tried };
}
