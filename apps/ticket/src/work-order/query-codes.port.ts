import { randomInt } from 'node:crypto';

/** Draws the digits by which a caller asks for progress. */
export abstract class QueryCodes {
  /** Eight digits; drawing the same twice is possible. */
  abstract draw(): string;
}

export class RandomQueryCodes extends QueryCodes {
  draw(): string {
    return String(randomInt(100_000_000)).padStart(8, '0');
  }
}
