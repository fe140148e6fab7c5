import { type Piece, choosePruned } from './prune-audio';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const rules = { maxAgeMs: 90 * DAY, maxBytes: 250, keepMs: 2 * DAY };
const piece = (place: string, ageDays: number, bytes = 100): Piece => ({
  place,
  bytes,
  usedAt: NOW - ageDays * DAY,
});
const chosen = (...pieces: Piece[]) => choosePruned(pieces, rules, NOW).map(({ place }) => place);

describe('pruning', () => {
  it('removes what was not used for the longest allowed time', () => {
    expect(chosen(piece('old', 91), piece('young', 89))).toEqual(['old']);
  });

  it('removes the longest unused until the rest fits', () => {
    expect(chosen(piece('b', 20), piece('a', 30), piece('c', 10), piece('d', 5))).toEqual(['a', 'b']);
  });

  it('spares what is in use, whatever the size', () => {
    expect(chosen(piece('a', 1), piece('b', 1), piece('c', 0), piece('d', 30))).toEqual(['d']);
  });

  it('removes what an interrupted writing left after an hour', () => {
    expect(chosen(piece('x.tmp', 0.03), piece('y.tmp', 0.05))).toEqual(['y.tmp']);
  });
});
