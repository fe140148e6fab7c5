/** Fen as a table shows them, in yuan; absent stays absent. */
export const yuan = (fen: number | undefined): number | undefined =>
  fen === undefined ? undefined : fen / 100;
