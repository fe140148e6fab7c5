import { judge, type ToldContact } from './run-smoke';

const confirmed: ToldContact = {
  number: '+8613900020000',
  outcomes: ['confirmed'],
  heardSeconds: 9.5,
  disposition: 'delivered',
};
const wantsHuman: ToldContact = { ...confirmed, number: '+8613900050001', outcomes: ['human-requested'] };
const busy: ToldContact = {
  number: '+8613900110002',
  outcomes: ['busy', 'busy', 'busy'],
  heardSeconds: 0,
  disposition: 'handed-off:exhausted',
};

describe('the judgement of a smoke run', () => {
  it('passes when every customer came to what the scenario plays', () => {
    const { table, surprises } = judge([confirmed, wantsHuman, busy]);
    expect(surprises).toEqual([]);
    expect(table).toContain('+8613900020000');
  });

  it('names a customer who came to something else', () => {
    const { surprises } = judge([{ ...confirmed, outcomes: ['technical'] }, wantsHuman, busy]);
    expect(surprises).toEqual([
      '310000000001 (confirms): technical → delivered; expected confirmed → delivered',
    ]);
  });

  it('names a customer who was dialled too seldom', () => {
    expect(judge([confirmed, wantsHuman, { ...busy, outcomes: ['busy'] }]).surprises).toHaveLength(1);
  });

  it('names a customer who is missing', () => {
    expect(judge([confirmed, undefined, busy]).surprises).toEqual(['310000000002 is not in the batch']);
  });
});
