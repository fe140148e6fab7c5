import { createHash, randomBytes } from 'node:crypto';
import { AttachToWorkOrder } from '@switchyard/contracts';
import { DomainError, FILE_STORE, FileMissing, type FileStore } from '@switchyard/platform';
import { GatewayFixture } from './gateway-fixture';
import { ProbeModule } from './probe.controller';
import type { KeptUpload } from '../src/uploads/uploads';

let gateway: GatewayFixture;
let campaign: string;

beforeAll(async () => {
  gateway = await GatewayFixture.open({ GATEWAY_UPLOAD_MAX_MB: '1' }, [ProbeModule]);
  campaign = await gateway.bearer('campaign');
});

afterAll(async () => {
  await gateway?.close();
});

const FILES = '/api/v1/probe/files';
const post = () => gateway.http.post(FILES).set('authorization', campaign);

const store = (): FileStore => gateway.service.app.get<FileStore>(FILE_STORE, { strict: false });

async function kept(key: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await store().get(key)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('uploaded files', () => {
  const content = randomBytes(700_000);
  const sha256 = createHash('sha256').update(content).digest('hex');

  it('are kept byte for byte, with their hash, name and the other fields of the form', async () => {
    const { body } = await post()
      .field('note', 'March')
      .attach('file', content, { filename: '账单.csv', contentType: 'text/csv' })
      .expect(202);
    const upload = body as KeptUpload;
    expect(upload).toMatchObject({
      fileName: '账单.csv',
      mediaType: 'text/csv',
      bytes: content.length,
      sha256,
      fields: { note: 'March' },
    });
    expect((await kept(upload.key)).equals(content)).toBe(true);
  });

  it('may be the body itself', async () => {
    const { body } = await post()
      .query({ fileName: 'a.csv' })
      .type('text/csv')
      .send(content.toString('hex'))
      .expect(413);
    expect(body).toMatchObject({ code: 'request.too-large' });
    const small = await post().query({ fileName: 'a.csv' }).type('text/csv').send('a,b\n').expect(202);
    expect(small.body).toMatchObject({ fileName: 'a.csv', mediaType: 'text/csv', bytes: 4, fields: {} });
    expect((await kept((small.body as KeptUpload).key)).toString()).toBe('a,b\n');
  });

  it('are refused when they are too large, and nothing of them is kept', async () => {
    const { body } = await post()
      .attach('file', randomBytes(1024 * 1024 + 1), 'large.csv')
      .expect(413);
    expect(body).toMatchObject({ code: 'request.too-large' });
    await post()
      .attach('file', randomBytes(1024 * 1024), 'just.csv')
      .expect(202);
  });

  it('are asked for when the form has none', async () => {
    const { body } = await post().field('note', 'no file').expect(400);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ field: 'file' }] });
    await post().send({ json: true }).expect(400);
  });

  it('of another type than the path takes are refused', async () => {
    const { body } = await post().type('application/octet-stream').send(Buffer.from('a')).expect(415);
    expect(body).toMatchObject({ code: 'request.media-type-unsupported' });
  });

  it('of a work order are removed where it is refused, and stay where nobody knows', async () => {
    const keys: string[] = [];
    const attach = async (error: DomainError) => {
      gateway.answer(AttachToWorkOrder, ({ attachments }) => {
        keys.push(...attachments.map(({ key }) => key));
        throw error;
      });
      return gateway.http
        .post('/api/v1/work-orders/W20260302-000001/attachments')
        .set('authorization', await gateway.bearer('agent'))
        .attach('file', Buffer.from('paper'), { filename: 'a\u0000b.pdf', contentType: 'application/pdf' });
    };
    expect((await attach(new DomainError('work-order.not-found', 'there is none'))).status).toBe(404);
    expect((await attach(new DomainError('service.unavailable', 'nobody knows'))).status).toBe(503);
    const [refused = '', unsure = ''] = keys;
    await expect(kept(refused)).rejects.toThrow(FileMissing);
    expect((await kept(unsure)).toString()).toBe('paper');
  });
});
