import { DocumentReader } from './document-reader';

test('every problem is told, with its path', () => {
  const reader = new DocumentReader({ size: 1.5, list: [{ on: 'yes' }], inner: 7, colour: 'red', odd: 1 });
  reader.integer('size', 1, 3);
  reader.objects('list').forEach((item) => item.boolean('on'));
  reader.object('inner').number('depth', 0, 1);
  reader.oneOf('colour', ['green', 'blue']);
  reader.objects('missing');
  reader.refuseUnknownFields();
  expect(reader.problems).toEqual([
    { path: 'size', problem: 'must be a whole number from 1 to 3' },
    { path: 'list[0].on', problem: 'must be true or false' },
    { path: 'inner', problem: 'must be an object' },
    { path: 'inner.depth', problem: 'must be a number from 0 to 1' },
    { path: 'colour', problem: 'must be one of green, blue' },
    { path: 'missing', problem: 'must be a list' },
    { path: 'odd', problem: 'is not a field of this document' },
  ]);
});

test('lists and names that are data are read as they are', () => {
  const reader = new DocumentReader({ words: ['a', 1], none: 'text' });
  expect(reader.fields()).toEqual(['words', 'none']);
  expect(reader.list('words')).toEqual(['a', 1]);
  expect(reader.list('none')).toEqual([]);
  expect(reader.problems).toEqual([{ path: 'none', problem: 'must be a list' }]);
});

test('a sound document has none', () => {
  const reader = new DocumentReader({ size: 2, name: 'x' });
  expect(reader.number('size', 0, 2)).toBe(2);
  expect(reader.text('name', 'a name', (text) => text.toUpperCase(), '')).toBe('X');
  reader.refuseUnknownFields();
  expect(reader.problems).toEqual([]);
});

test.each([null, [], 'text', 3, undefined])('%j is no document', (value) => {
  expect(new DocumentReader(value).problems).toEqual([{ path: '(document)', problem: 'must be an object' }]);
});
