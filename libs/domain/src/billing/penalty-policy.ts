import { DocumentReader, type DocumentProblem, ok, refused, type Result } from '../shared';

/** Customers whom the penalty treats alike. */
export const PENALTY_GROUPS = ['resident', 'organisation', 'sole-trader'] as const;
export type PenaltyGroup = (typeof PENALTY_GROUPS)[number];

/** Per mille of what is owed, for each day late. */
export interface PenaltyRate {
  /** For the days in the year of the due date. */
  readonly sameYear: number;
  /** For the days in later years. */
  readonly laterYears: number;
}

export interface PenaltyPolicy {
  readonly perMillePerDay: Readonly<Record<PenaltyGroup, PenaltyRate>>;
  /** The least that a month which is late costs; 0 for none. */
  readonly minimumFen: number;
  /** Where arrears are paid, unless the data say another place. */
  readonly payPlace: { readonly 'zh-CN': string; readonly en: string };
}

/**
 * 1 ‰ a day for residents; for others 2 ‰ within the year and 3 ‰ beyond it: what supply regulations in China have
 * long said. No source document of this project names a rate, so it is [ours], and an operator's to change.
 */
export const STANDARD_PENALTY_POLICY: PenaltyPolicy = {
  perMillePerDay: {
    resident: { sameYear: 1, laterYears: 1 },
    organisation: { sameYear: 2, laterYears: 3 },
    'sole-trader': { sameYear: 2, laterYears: 3 },
  },
  minimumFen: 0,
  payPlace: {
    'zh-CN': '供电营业厅、代收银行或线上缴费渠道',
    en: 'a service hall, a collecting bank, or online',
  },
};

const MAX_PER_MILLE = 100;
const MAX_MINIMUM_FEN = 100_000;
const MAX_PLACE = 200;

/** A policy out of JSON, with every problem named by its path. */
export function parsePenaltyPolicy(document: unknown): Result<PenaltyPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const rates = reader.object('perMillePerDay');
  const place = reader.object('payPlace');
  const policy: PenaltyPolicy = {
    perMillePerDay: {
      resident: readRate(rates.object('resident')),
      organisation: readRate(rates.object('organisation')),
      'sole-trader': readRate(rates.object('sole-trader')),
    },
    minimumFen: reader.integer('minimumFen', 0, MAX_MINIMUM_FEN),
    payPlace: { 'zh-CN': readPlace(place, 'zh-CN'), en: readPlace(place, 'en') },
  };
  for (const part of [reader, rates, place]) part.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readRate(reader: DocumentReader): PenaltyRate {
  const rate = {
    sameYear: hundredths(reader, 'sameYear'),
    laterYears: hundredths(reader, 'laterYears'),
  };
  reader.refuseUnknownFields();
  return rate;
}

function hundredths(reader: DocumentReader, field: string): number {
  const rate = reader.number(field, 0, MAX_PER_MILLE);
  if (Math.abs(rate * 100 - Math.round(rate * 100)) > 1e-6)
    reader.complain(field, 'must have at most two decimals');
  return rate;
}

function readPlace(reader: DocumentReader, language: string): string {
  const fits = (text: string) => (text.trim() !== '' && text.length <= MAX_PLACE ? text : undefined);
  return reader.text(language, `a text of 1 to ${MAX_PLACE} characters`, fits, '');
}
