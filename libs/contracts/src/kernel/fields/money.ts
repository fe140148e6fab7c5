import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { all } from './all';

/** 100 million yuan: far above any bill, far below what a double holds exactly. */
const MAX_AMOUNT_FEN = 10_000_000_000;

/** Money in whole fen, 1 to 10,000,000,000. */
export const AmountFen = (description: string): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, in fen`, type: 'integer', minimum: 1, example: 12050 }),
    IsInt({ message: 'must be a whole number of fen' }),
    Min(1, { message: 'must be at least 1 fen' }),
    Max(MAX_AMOUNT_FEN, { message: `must be at most ${MAX_AMOUNT_FEN} fen` }),
  );

/** Money in whole fen, `from` to 10,000,000,000; below 0 is credit. */
export const Fen = (description: string, from = 0): PropertyDecorator =>
  all(
    ApiProperty({ description: `${description}, in fen`, type: 'integer', minimum: from, example: 6850 }),
    IsInt({ message: 'must be a whole number of fen' }),
    Min(from, { message: `must be at least ${from} fen` }),
    Max(MAX_AMOUNT_FEN, { message: `must be at most ${MAX_AMOUNT_FEN} fen` }),
  );

/** The lowest balance: a hundred million yuan of credit. */
export const LOWEST_BALANCE_FEN = -MAX_AMOUNT_FEN;
