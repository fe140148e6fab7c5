import { encodeSse } from './sse-event';

describe('an event of a stream', () => {
  it('is id, name and one line of JSON', () => {
    expect(encodeSse({ id: '7', event: 'progress', data: { text: 'a\nb' } })).toBe(
      'id: 7\nevent: progress\ndata: {"text":"a\\nb"}\n\n',
    );
  });

  it('cannot be broken by line ends in id or name', () => {
    expect(encodeSse({ id: '7\n\ndata: x', event: 'a\r\nb', data: null })).toBe(
      'id: 7  data: x\nevent: a  b\ndata: null\n\n',
    );
  });
});
