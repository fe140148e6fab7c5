import { readCsvDays } from './read-csv-days';

test('columns in any order, with a byte order mark, lines of any kind', () => {
  const csv =
    '\uFEFFkind,date,nameEn,nameZh,inLieu\r\nholiday,2027-02-11,Spring Festival,春节,true\n\nextra-working-day,2027-02-14,"Spring Festival",春节,\n';
  expect(readCsvDays(csv)).toEqual({
    ok: true,
    value: [
      { date: '2027-02-11', kind: 'holiday', nameZh: '春节', nameEn: 'Spring Festival', inLieu: true },
      { date: '2027-02-14', kind: 'extra-working-day', nameZh: '春节', nameEn: 'Spring Festival' },
    ],
  });
});

const HEADER = 'date,kind,nameZh,nameEn,inLieu';

test.each([
  ['no column of names', 'date,kind\n', 'the column nameZh is missing'],
  ['a column too many', `${HEADER},pay\n`, 'the column pay is not known'],
  ['a cell too few', `${HEADER}\n2027-01-01,holiday,元旦,New Year`, 'must have 5 cells'],
  ['another kind', `${HEADER}\n2027-01-01,rest,元旦,New Year,`, 'kind must be'],
  ['no name', `${HEADER}\n2027-01-01,holiday,,New Year,`, 'must not be empty'],
  ['neither true nor false', `${HEADER}\n2027-01-01,holiday,元旦,New Year,1`, 'inLieu must be'],
  ['a quotation mark that is never closed', `${HEADER}\n2027-01-01,holiday,"元旦,New Year,`, 'never closed'],
])('%s is refused', (_, csv, problem) => {
  const read = readCsvDays(csv);
  expect(read.ok ? '' : read.error.map((one) => one.problem).join('; ')).toContain(problem);
});
