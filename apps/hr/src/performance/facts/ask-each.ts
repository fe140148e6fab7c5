import type { Logger } from '@switchyard/platform';

/**
 * Facts of many people by their numbers, asked for at once; where that fails, of each one alone, so that one whose facts cannot be told
 * does not leave the others without. Whoever is not in the answer is unknown.
 */
export async function askEach<Row extends { readonly staffNumber: string }>(
  what: string,
  staffNumbers: readonly string[],
  ask: (staffNumbers: readonly string[]) => Promise<readonly Row[]>,
  log: Logger,
): Promise<ReadonlyMap<string, Row>> {
  const byNumber = (rows: readonly Row[]) => new Map(rows.map((row) => [row.staffNumber, row]));
  try {
    return byNumber(await ask(staffNumbers));
  } catch (error) {
    log.warn(`${what} could not be told of all at once`, { people: staffNumbers.length, err: error });
  }
  const rows: Row[] = [];
  for (const staffNumber of staffNumbers) {
    try {
      rows.push(...(await ask([staffNumber])));
    } catch (error) {
      log.warn(`${what} of a member of staff is unknown`, { staffNumber, err: error });
    }
  }
  return byNumber(rows);
}
