import { keyedInLogs } from './keyed-in-logs';

const log = (text: string) => [{ name: 'ivr.log', text }];

test('what was keyed is found in a log, whole', () => {
  expect(keyedInLogs(log('{"msg":"verified 0012345678"}'), ['110012345678#99887766#'])).toEqual([
    'ivr.log has 0012345678',
  ]);
  expect(keyedInLogs(log('{"msg":"99887766"}'), ['1#99887766#'])).toEqual(['ivr.log has 99887766']);
});

test('so is a field that names a key', () => {
  expect(keyedInLogs(log('{"msg":"a","key":"7"}\n'), [])).toEqual(['ivr.log: {"msg":"a","key":"7"}']);
});

test('a few digits are no finding', () => {
  expect(keyedInLogs(log('port 12345'), ['12345'])).toEqual([]);
});
