import { asteriskPlaceholders, fillIn } from './render-config';

const REQUIRED = [...asteriskPlaceholders()].filter(([, value]) => value === undefined).map(([name]) => name);
const given = Object.fromEntries(REQUIRED.map((name) => [name, 'given']));

describe('filling values into a configuration file', () => {
  it('takes a given value before a default, and a default otherwise', () => {
    expect(fillIn('@NODE_NAME@ @SIP_PORT@', { ...given, NODE_NAME: 'pbx-2' })).toBe('pbx-2 5060');
  });

  it('leaves the dialplan’s own variables alone', () => {
    expect(fillIn('${EXTEN} user@host', given)).toBe('${EXTEN} user@host');
  });

  it('names every value that must be given and is not', () => {
    expect(() => fillIn('', {})).toThrow(
      /TRUNK_HOST.*TRUNK_MATCH.*ARI_PASSWORD.*AMI_SECRET.*RECORDS_PASSWORD/,
    );
  });

  it('refuses a value that no file asks for', () => {
    expect(() => fillIn('', { ...given, ARI_PASWORD: 'x' })).toThrow(/ARI_PASWORD/);
  });
});
